/** What stands around the steps of the demo plan: criteria, risks, requirements, resources, narrative. */

import {
  type Chance,
  type CriterionId,
  newId,
  type RequirementId,
  type ResourceId,
  type RiskId,
  type StepId,
} from '@tandem/shared/plan/ids';
import type {
  CriterionResult,
  CriterionType,
  RequirementState,
  StepType,
} from '@tandem/shared/plan/kinds';
import { embedOf, heading, type NarrativeElement, paragraph } from '@tandem/shared/plan/narrative';
import type { PlanSnapshot, Step } from '@tandem/shared/plan/plan';
import type { Cast, Person } from './demo-people.ts';

interface CriterionRow {
  readonly text: string;
  readonly type: CriterionType;
  readonly validation: string;
  readonly result: CriterionResult;
  readonly owner: Person;
}

const CRITERIA: readonly CriterionRow[] = [
  {
    text: 'Waiting trailers appear within two minutes in both pilot warehouses',
    type: 'performance',
    validation: 'Measured over ten working days',
    result: 'pass',
    owner: 'tomas',
  },
  {
    text: 'Yard teams use it without being asked',
    type: 'usability',
    validation: 'Claire interviews both shift leads',
    result: 'open',
    owner: 'claire',
  },
  {
    text: 'Passes Castellan’s security review',
    type: 'security',
    validation: 'Report by Priya Nair',
    result: 'open',
    owner: 'priya',
  },
  {
    text: 'Payback in under nine months',
    type: 'roi',
    validation: 'Business case, checked by finance',
    result: 'open',
    owner: 'marcus',
  },
];

type RequirementRow = readonly [
  text: string,
  notes: string,
  state: RequirementState,
  owner: Person,
];

const REQUIREMENTS: readonly RequirementRow[] = [
  ['Single sign-on through Castellan’s own accounts', 'SAML, with groups', 'open', 'daniel'],
  ['Data stays in the European Union', '', 'met', 'tomas'],
];

const SITE = 'https://brightwater.example';

export const DEMO_NARRATIVE: readonly NarrativeElement[] = [
  heading(2, 'Why we are doing this'),
  paragraph(
    'Castellan loses about 1,400 trailer hours a month because nobody sees a trailer that waits until the driver calls. Each warehouse keeps its own spreadsheet, and the monthly report takes Claire’s team four days.',
  ),
  paragraph(
    'The peak season begins ten weeks after the planned go-live. A later start means another peak on spreadsheets; that is the reason for the dates below.',
  ),
  embedOf('goal'),
  embedOf('key-dates'),
  heading(2, 'The way there'),
  paragraph(
    'We look at this plan together every Tuesday. Whoever owns a step moves its date and says why; everybody sees it.',
  ),
  embedOf('steps'),
  embedOf('stakeholders'),
  embedOf('criteria'),
  embedOf('risks'),
  embedOf('requirements'),
  embedOf('resources'),
];

type Sections = Pick<PlanSnapshot, 'criteria' | 'risks' | 'requirements' | 'resources'>;

export function demoSections({ own }: Cast, steps: readonly Step[], chance: Chance): Sections {
  const ofType = (type: StepType): StepId[] =>
    steps.filter((step) => step.type === type).map(({ id }) => id);
  return {
    criteria: CRITERIA.map(({ owner, ...row }) => ({
      id: newId<CriterionId>(chance),
      ...row,
      owners: [own(owner)],
      consequence: '',
    })),
    risks: [
      {
        id: newId<RiskId>(chance),
        text: 'The security review waits for the penetration test report',
        impact: 'Redlines cannot close; signature moves by the same number of days',
        mitigation: 'NDA signed this week, report sent the same day',
        owners: [own('tomas')],
        likelihood: 'high',
        steps: ofType('security'),
      },
      {
        id: newId<RiskId>(chance),
        text: 'Missing this investment committee means waiting a month for the next',
        impact: 'Go-live falls into the peak season',
        mitigation: 'Pre-read to Marcus five days before; Claire holds a slot',
        owners: [own('claire')],
        likelihood: 'medium',
        steps: ofType('executive-approval'),
      },
    ],
    requirements: REQUIREMENTS.map(([text, notes, state, owner]) => ({
      id: newId<RequirementId>(chance),
      text,
      notes,
      state,
      owners: [own(owner)],
    })),
    resources: [
      {
        id: newId<ResourceId>(chance),
        title: 'Security overview and certificates',
        type: 'security',
        url: `${SITE}/security`,
        steps: ofType('security'),
      },
      {
        id: newId<ResourceId>(chance),
        title: 'How Fenwick Ports cut dwell time by 31%',
        type: 'case-study',
        url: `${SITE}/fenwick`,
        steps: [],
      },
    ],
  };
}
