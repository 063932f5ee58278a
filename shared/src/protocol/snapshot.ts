/** `PlanSnapshot` as the API answers it. `edits.test.ts` holds it equal to the type in `plan/plan.ts`. */

import { z } from 'zod';
import type {
  CriterionId,
  EditId,
  GlossaryEntryId,
  KeyDateId,
  OwnerId,
  RequirementId,
  ResourceId,
  RiskId,
  StakeholderId,
  StepId,
  WorkstreamId,
} from '../plan/ids.ts';
import {
  CRITERION_RESULTS,
  CRITERION_TYPES,
  DEAL_TYPES,
  LIKELIHOODS,
  REQUIREMENT_STATES,
  RESOURCE_TYPES,
  STAKEHOLDER_ROLES,
  START_MODES,
  STEP_KINDS,
  STEP_STATUSES,
  STEP_TYPES,
  TEMPLATE_IDS,
  VARIANTS,
} from '../plan/kinds.ts';
import type { NarrativeElement } from '../plan/narrative.ts';
import {
  assumptions,
  blocked,
  branded,
  confirmation,
  date,
  party,
  weekday,
  weeks,
} from './fields.ts';

const text = z.string();
const maybeText = text.exactOptional();
const stakeholder = branded<StakeholderId>();
const steps = z.array(branded<StepId>());

const owners = z.array(
  z.object({
    id: branded<OwnerId>(),
    stakeholder: stakeholder.exactOptional(),
    party: party.exactOptional(),
    label: maybeText,
    does: maybeText,
  }),
);

const step = z.object({
  id: branded<StepId>(),
  title: text,
  type: z.enum(STEP_TYPES),
  kind: z.enum(STEP_KINDS),
  workstream: branded<WorkstreamId>().exactOptional(),
  owners,
  start: date.exactOptional(),
  due: date.exactOptional(),
  dueReason: maybeText,
  dueEdit: branded<EditId>().exactOptional(),
  duration: z.number().exactOptional(),
  leadTime: z.number().exactOptional(),
  predecessors: steps,
  status: z.enum(STEP_STATUSES),
  blocked: blocked.exactOptional(),
  deliverable: text,
  notes: text,
  optional: z.boolean(),
  pinned: z.boolean(),
  pinnedWhy: maybeText,
  approver: stakeholder.exactOptional(),
  weeks: weeks.exactOptional(),
  assumptions,
  confirmed: confirmation.exactOptional(),
});

const calendar = z.object({
  holidays: z.array(z.object({ date, name: text })),
  blackouts: z.array(z.object({ from: date, to: date, name: text })),
});

/** ProseMirror's JSON; its inside is the editor's and not described here. */
const narrative = z.array(
  z.looseObject({ type: text }) as unknown as z.ZodType<NarrativeElement, NarrativeElement>,
);

export const planSnapshot = z.object({
  schema: z.number(),
  title: text,
  seller: text,
  buyer: text,
  product: text,
  template: z.enum(TEMPLATE_IDS),
  dealType: z.enum(DEAL_TYPES),
  variant: z.enum(VARIANTS),
  start: z.enum(START_MODES),
  value: z.number().exactOptional(),
  currency: maybeText,
  timeZone: text,
  weekend: z.array(weekday),
  calendars: z.object({ seller: calendar, buyer: calendar }),
  goal: z.object({ problem: text, decision: text, outcome: text, consequence: text }),
  keyDates: z.array(
    z.object({
      id: branded<KeyDateId>(),
      label: text,
      date: date.exactOptional(),
      dateReason: maybeText,
      dateEdit: branded<EditId>().exactOptional(),
      why: text,
    }),
  ),
  workstreams: z.array(z.object({ id: branded<WorkstreamId>(), name: text })),
  steps: z.array(step),
  stakeholders: z.array(
    z.object({
      id: stakeholder,
      name: text,
      title: text,
      role: z.enum(STAKEHOLDER_ROLES),
      party: party.exactOptional(),
      responsibility: text,
      email: maybeText,
      signatory: z.boolean(),
    }),
  ),
  criteria: z.array(
    z.object({
      id: branded<CriterionId>(),
      text,
      type: z.enum(CRITERION_TYPES),
      validation: text,
      result: z.enum(CRITERION_RESULTS),
      owners,
      consequence: text,
    }),
  ),
  risks: z.array(
    z.object({
      id: branded<RiskId>(),
      text,
      impact: text,
      mitigation: text,
      owners,
      likelihood: z.enum(LIKELIHOODS).exactOptional(),
      steps,
    }),
  ),
  resources: z.array(
    z.object({
      id: branded<ResourceId>(),
      title: text,
      url: maybeText,
      type: z.enum(RESOURCE_TYPES),
      steps,
    }),
  ),
  requirements: z.array(
    z.object({
      id: branded<RequirementId>(),
      text,
      notes: text,
      state: z.enum(REQUIREMENT_STATES),
      owners,
    }),
  ),
  glossary: z.array(
    z.object({
      id: branded<GlossaryEntryId>(),
      term: text,
      meaning: text,
      type: z.enum(STEP_TYPES).exactOptional(),
    }),
  ),
  narrative,
});
