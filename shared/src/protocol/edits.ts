/** `PlanEdit` as programs send it. `edits.test.ts` holds it equal to the union in `plan/edit.ts`. */

import { z } from 'zod';
import type { PlanEdit } from '../plan/edit.ts';
import type {
  CriterionId,
  GlossaryEntryId,
  KeyDateId,
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
  GOAL_FIELDS,
  LIKELIHOODS,
  REQUIREMENT_STATES,
  RESOURCE_TYPES,
  STAKEHOLDER_ROLES,
  STEP_TYPES,
  VARIANTS,
} from '../plan/kinds.ts';
import {
  after,
  edit,
  explained,
  maybeDate,
  maybeOwners,
  maybeText,
  owners,
  text,
} from './edit-fields.ts';
import { branded, date, party, weekday } from './fields.ts';
import { stepEdits } from './step-edits.ts';

const stakeholder = branded<StakeholderId>();
const criterion = branded<CriterionId>();
const risk = branded<RiskId>();
const resource = branded<ResourceId>();
const requirement = branded<RequirementId>();
const workstream = branded<WorkstreamId>();
const entry = branded<GlossaryEntryId>();
const keyDate = branded<KeyDateId>();
const steps = z.array(branded<StepId>());

const stakeholderFields = {
  name: maybeText,
  title: maybeText,
  role: z.enum(STAKEHOLDER_ROLES).exactOptional(),
  party: party.nullable().exactOptional(),
  responsibility: maybeText,
  email: text.nullable().exactOptional(),
  signatory: z.boolean().exactOptional(),
};
const criterionFields = {
  text: maybeText,
  criterionType: z.enum(CRITERION_TYPES).exactOptional(),
  validation: maybeText,
  result: z.enum(CRITERION_RESULTS).exactOptional(),
  consequence: maybeText,
};
const riskFields = {
  text: maybeText,
  impact: maybeText,
  mitigation: maybeText,
  likelihood: z.enum(LIKELIHOODS).nullable().exactOptional(),
};
const resourceFields = {
  title: maybeText,
  url: text.nullable().exactOptional(),
  resourceType: z.enum(RESOURCE_TYPES).exactOptional(),
};
const requirementFields = {
  text: maybeText,
  notes: maybeText,
  state: z.enum(REQUIREMENT_STATES).exactOptional(),
};
const entryType = z.enum(STEP_TYPES).nullable().exactOptional();
const someSteps = steps.exactOptional();

const rowEdits = [
  edit('stakeholder/add', {
    stakeholder: stakeholder.exactOptional(),
    ...stakeholderFields,
    ...after(stakeholder),
  }),
  edit('stakeholder/set', { stakeholder, ...stakeholderFields }),
  edit('stakeholder/move', { stakeholder, ...after(stakeholder) }),
  edit('stakeholder/remove', { stakeholder }),
  edit('stakeholder/bring-back', { stakeholder }),
  edit('criterion/add', {
    criterion: criterion.exactOptional(),
    owners: maybeOwners,
    ...criterionFields,
    ...after(criterion),
  }),
  edit('criterion/set', { criterion, ...criterionFields }),
  edit('criterion/set-owners', { criterion, owners, ...explained }),
  edit('criterion/move', { criterion, ...after(criterion) }),
  edit('criterion/remove', { criterion }),
  edit('criterion/bring-back', { criterion }),
  edit('risk/add', {
    risk: risk.exactOptional(),
    owners: maybeOwners,
    steps: someSteps,
    ...riskFields,
    ...after(risk),
  }),
  edit('risk/set', { risk, ...riskFields }),
  edit('risk/set-owners', { risk, owners, ...explained }),
  edit('risk/set-steps', { risk, steps }),
  edit('risk/move', { risk, ...after(risk) }),
  edit('risk/remove', { risk }),
  edit('risk/bring-back', { risk }),
  edit('resource/add', {
    resource: resource.exactOptional(),
    steps: someSteps,
    ...resourceFields,
    ...after(resource),
  }),
  edit('resource/set', { resource, ...resourceFields }),
  edit('resource/set-steps', { resource, steps }),
  edit('resource/move', { resource, ...after(resource) }),
  edit('resource/remove', { resource }),
  edit('resource/bring-back', { resource }),
  edit('requirement/add', {
    requirement: requirement.exactOptional(),
    owners: maybeOwners,
    ...requirementFields,
    ...after(requirement),
  }),
  edit('requirement/set', { requirement, ...requirementFields }),
  edit('requirement/set-owners', { requirement, owners, ...explained }),
  edit('requirement/move', { requirement, ...after(requirement) }),
  edit('requirement/remove', { requirement }),
  edit('requirement/bring-back', { requirement }),
  edit('workstream/add', {
    workstream: workstream.exactOptional(),
    name: text,
    ...after(workstream),
  }),
  edit('workstream/set', { workstream, name: maybeText }),
  edit('workstream/move', { workstream, ...after(workstream) }),
  edit('workstream/remove', { workstream }),
  edit('workstream/bring-back', { workstream }),
  edit('glossary-entry/add', {
    entry: entry.exactOptional(),
    term: text,
    meaning: maybeText,
    stepType: entryType,
    ...after(entry),
  }),
  edit('glossary-entry/set', { entry, term: maybeText, meaning: maybeText, stepType: entryType }),
  edit('glossary-entry/move', { entry, ...after(entry) }),
  edit('glossary-entry/remove', { entry }),
  edit('glossary-entry/bring-back', { entry }),
  edit('key-date/set', { keyDate, date: date.nullable(), ...explained }),
  edit('key-date/add', {
    keyDate: keyDate.exactOptional(),
    label: text,
    date: maybeDate,
    why: maybeText,
    ...after(keyDate),
  }),
  edit('key-date/set-text', { keyDate, field: z.enum(['label', 'why']), text }),
  edit('key-date/move', { keyDate, ...after(keyDate) }),
  edit('key-date/remove', { keyDate }),
  edit('key-date/bring-back', { keyDate }),
] as const;

const planEdits = [
  edit('plan/set', {
    title: maybeText,
    seller: maybeText,
    buyer: maybeText,
    product: maybeText,
    dealType: z.enum(DEAL_TYPES).exactOptional(),
    variant: z.enum(VARIANTS).exactOptional(),
    value: z.number().nullable().exactOptional(),
    currency: text.nullable().exactOptional(),
    timeZone: maybeText,
    weekend: z.array(weekday).exactOptional(),
  }),
  edit('plan/set-holiday', { party, date, name: text.nullable() }),
  edit('plan/set-blackout', { party, from: date, to: date, name: text.nullable() }),
  edit('goal/set-text', { field: z.enum(GOAL_FIELDS), text }),
] as const;

export const planEdit = z.discriminatedUnion('type', [...stepEdits, ...rowEdits, ...planEdits]);

/** What the schema lets through is a `PlanEdit`; the arrays are mutable, which does no harm. */
export function parsePlanEdit(value: unknown): z.ZodSafeParseResult<PlanEdit> {
  return planEdit.safeParse(value);
}
