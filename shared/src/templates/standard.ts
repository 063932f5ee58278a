/** The standard structure (R32–R42). The source gives it no week windows, so its steps get no dates. */

import { RISK_STARTERS, STARTER_CRITERIA, STARTER_STAKEHOLDERS } from './starters.ts';
import { both, buyer, numbered, seller, type Template } from './template.ts';

/** Filled with the seller's name where that is known. */
export const YOUR_COMPANY = '[Your company]';

/** R41 and the last-mile checklist name the signer in the same words. */
export const SIGNER = '[EB or authorized signer]';

export const STANDARD: Template = {
  id: 'standard',
  name: 'Standard',
  dealType: 'new',
  steps: numbered([
    { title: 'Technical deep-dive with engineering', type: 'technical', owners: both() },
    {
      title: 'Security questionnaire review',
      type: 'security',
      owners: [seller(YOUR_COMPANY, 'sends'), buyer('[Their IT]', 'reviews')],
    },
    {
      title: 'Pilot/POC setup (if applicable)',
      type: 'pilot',
      owners: [seller(YOUR_COMPANY)],
      optional: true,
    },
    // A gate: the meeting in which the technical evaluation is judged (R201).
    {
      title: 'Pilot results review',
      type: 'pilot-review',
      kind: 'gate',
      owners: both(),
      predecessors: [3],
    },
    // A gate: business case sign-off is the economic buyer's (R47).
    {
      title: 'ROI/business case presentation to [EB name]',
      type: 'business-case',
      kind: 'gate',
      owners: [seller('[Your AE]'), buyer('[Champion]')],
      approver: 'economic-buyer',
    },
    { title: 'Pricing proposal delivery', type: 'proposal', owners: [seller('[Your AE]')] },
    {
      title: 'Internal review and stakeholder alignment',
      type: 'internal-review',
      owners: [buyer('[Champion]')],
    },
    {
      title: 'Procurement/legal review',
      type: 'procurement',
      owners: [buyer('[Their procurement]')],
    },
    { title: 'Contract redlines and negotiation', type: 'legal', owners: both() },
    // The milestone: a plan leads to the signed contract (R1, R6).
    {
      title: 'Contract signature',
      type: 'signature',
      kind: 'milestone',
      owners: [buyer(SIGNER)],
      deliverable: 'Signed contract',
    },
    // A task, not a milestone: a milestone needs an owner of the buyer's party (R199) and has none here.
    { title: 'Onboarding kickoff', type: 'onboarding', owners: [seller('[Your CS team]')] },
  ]),
  stakeholders: STARTER_STAKEHOLDERS,
  criteria: STARTER_CRITERIA,
  risks: RISK_STARTERS,
};
