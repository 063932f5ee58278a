/** Mid-market deal (R60–R67). Kinds as in the standard template: only the signature is a milestone. */

import { RISK_STARTERS, STARTER_CRITERIA, STARTER_STAKEHOLDERS } from './starters.ts';
import { both, buyer, numbered, seller, type Template, weeks } from './template.ts';

export const MID_MARKET: Template = {
  id: 'mid-market',
  name: 'Mid-market',
  dealType: 'new',
  value: { from: 20_000, to: 80_000 },
  cycle: { from: 30, to: 60 },
  steps: numbered([
    {
      title: 'Demo + discovery (if not already done)',
      type: 'discovery',
      owners: both(),
      weeks: weeks(1),
      optional: true,
    },
    {
      title: 'Technical validation (integration check, security review)',
      type: 'technical',
      owners: both(),
      weeks: weeks(2),
    },
    { title: 'Pricing proposal', type: 'proposal', owners: [seller('Vendor')], weeks: weeks(2, 3) },
    {
      title: 'Internal review with VP/stakeholders',
      type: 'internal-review',
      owners: [buyer('Champion')],
      weeks: weeks(3),
    },
    {
      title: 'Negotiation (if needed)',
      type: 'legal',
      owners: both(),
      weeks: weeks(3, 4),
      optional: true,
    },
    {
      title: 'Contract signature',
      type: 'signature',
      kind: 'milestone',
      owners: [buyer('EB')],
      weeks: weeks(4, 5),
      deliverable: 'Signed contract',
    },
    {
      title: 'Onboarding kickoff',
      type: 'onboarding',
      owners: [seller('Vendor')],
      weeks: weeks(5, 6),
    },
  ]),
  stakeholders: STARTER_STAKEHOLDERS,
  criteria: STARTER_CRITERIA,
  risks: RISK_STARTERS,
};
