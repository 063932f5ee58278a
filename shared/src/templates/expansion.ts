/**
 * Expansion deal (R81–R87). The amendment is the contract that gets signed here: it is the step of type
 * `signature`, and so the end of the plan's dates. Who decides the internal approval is left open by the
 * source ("Champion / EB"), so its gate names nobody and the two stand as one owner.
 */

import { RISK_STARTERS, STARTER_CRITERIA, STARTER_STAKEHOLDERS } from './starters.ts';
import { both, buyer, numbered, seller, type Template, weeks } from './template.ts';

export const EXPANSION: Template = {
  id: 'expansion',
  name: 'Expansion',
  dealType: 'expansion',
  value: { from: 20_000 },
  steps: numbered([
    {
      title: 'Expansion scoping (new use case, seats, or tier)',
      type: 'discovery',
      owners: both(),
      weeks: weeks(1),
    },
    {
      title: 'Product walkthrough for new use case/team',
      type: 'discovery',
      owners: [seller('Vendor')],
      weeks: weeks(1, 2),
    },
    {
      title: 'Pricing for expansion',
      type: 'proposal',
      owners: [seller('Vendor')],
      weeks: weeks(2),
    },
    {
      title: 'Internal approval (may be simpler than new deal)',
      type: 'executive-approval',
      kind: 'gate',
      owners: [buyer('Champion / EB')],
      weeks: weeks(2, 3),
    },
    {
      title: 'Contract amendment',
      type: 'signature',
      kind: 'milestone',
      owners: both(),
      weeks: weeks(3, 4),
      deliverable: 'Signed amendment',
    },
    {
      title: 'Onboarding for new users/use case',
      type: 'onboarding',
      owners: [seller('Vendor CS')],
      weeks: weeks(4, 5),
    },
  ]),
  stakeholders: STARTER_STAKEHOLDERS,
  criteria: STARTER_CRITERIA,
  risks: RISK_STARTERS,
};
