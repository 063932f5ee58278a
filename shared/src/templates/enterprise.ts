/**
 * Enterprise deal (R68–R80). Three gates: what the pilot showed, whether the case holds, whether the sponsor
 * signs off; the last two are the economic buyer's to decide (R47, R78, R217).
 */

import { RISK_STARTERS, STARTER_CRITERIA, STARTER_STAKEHOLDERS } from './starters.ts';
import { both, buyer, numbered, seller, type Template, weeks } from './template.ts';

export const ENTERPRISE: Template = {
  id: 'enterprise',
  name: 'Enterprise',
  dealType: 'new',
  value: { from: 80_000 },
  cycle: { from: 60, to: 120 },
  steps: numbered([
    {
      title: 'Discovery + demo (multiple stakeholders)',
      type: 'discovery',
      owners: both(),
      weeks: weeks(1, 2),
    },
    {
      title: 'Technical deep-dive with engineering',
      type: 'technical',
      owners: both(),
      weeks: weeks(3, 4),
    },
    {
      title: 'Security questionnaire + review',
      type: 'security',
      owners: [seller('Vendor', 'sends'), buyer('prospect IT', 'reviews')],
      weeks: weeks(3, 6),
    },
    { title: 'Pilot / POC (2-4 weeks)', type: 'pilot', owners: both(), weeks: weeks(4, 8) },
    {
      title: 'Pilot results review',
      type: 'pilot-review',
      kind: 'gate',
      owners: both(),
      weeks: weeks(8, 9),
    },
    {
      title: 'Business case presentation to EB',
      type: 'business-case',
      kind: 'gate',
      owners: [seller('AE'), buyer('champion')],
      weeks: weeks(9, 10),
      approver: 'economic-buyer',
    },
    { title: 'Pricing proposal', type: 'proposal', owners: [seller('Vendor')], weeks: weeks(10) },
    {
      title: 'Procurement review',
      type: 'procurement',
      owners: [buyer('Prospect procurement')],
      weeks: weeks(10, 13),
    },
    {
      title: 'Legal / contract negotiation',
      type: 'legal',
      owners: both('Both legal teams'),
      weeks: weeks(12, 15),
    },
    {
      title: 'Executive sponsor sign-off',
      type: 'executive-approval',
      kind: 'gate',
      owners: [buyer('EB')],
      weeks: weeks(14, 16),
      approver: 'economic-buyer',
    },
    {
      title: 'Contract signature',
      type: 'signature',
      kind: 'milestone',
      owners: [buyer('Authorized signer')],
      weeks: weeks(15, 17),
      deliverable: 'Signed contract',
    },
    {
      title: 'Onboarding kickoff',
      type: 'onboarding',
      owners: [seller('Vendor CS')],
      weeks: weeks(16, 18),
    },
  ]),
  stakeholders: STARTER_STAKEHOLDERS,
  criteria: STARTER_CRITERIA,
  risks: RISK_STARTERS,
};
