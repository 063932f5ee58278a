/** The sections of a draft: a template's rows with ids, dates and owners, guesses marked as such (R93). */

import {
  type Chance,
  type CriterionId,
  newId,
  type OwnerId,
  type RiskId,
  type StakeholderId,
  type StepId,
} from '../plan/ids.ts';
import type { AssumableField, Variant } from '../plan/kinds.ts';
import type {
  Criterion,
  Owner,
  PlanSnapshot,
  Risk,
  Stakeholder,
  Step,
  Workstream,
} from '../plan/plan.ts';
import { YOUR_COMPANY } from './standard.ts';
import type { Template, TemplateOwner, TemplateStep } from './template.ts';
import { stepsOf } from './templates.ts';
import type { RowDates } from './week-dates.ts';
import { workstreamOfType } from './workstreams.ts';

export type Sections = Pick<PlanSnapshot, 'steps' | 'stakeholders' | 'criteria' | 'risks'>;

export const NO_SECTIONS: Sections = { steps: [], stakeholders: [], criteria: [], risks: [] };

export interface DraftContext {
  readonly variant: Variant;
  /** One entry for each row of the variant. */
  readonly dates: readonly RowDates[];
  readonly workstreams: readonly Workstream[];
  /** The seller's name, empty when unknown. */
  readonly seller: string;
}

export function draftSections(template: Template, context: DraftContext, chance: Chance): Sections {
  const stakeholders = template.stakeholders.map(
    (row): Stakeholder => ({ id: newId<StakeholderId>(chance), ...row, signatory: false }),
  );
  const steps = draftSteps(template, context, stakeholders, chance);
  const criteria = template.criteria.map(
    (row): Criterion => ({
      id: newId<CriterionId>(chance),
      ...row,
      result: 'open',
      owners: [],
      consequence: '',
    }),
  );
  // The starter risks are about the evaluation, which the other variants have behind them.
  const risks = context.variant === 'full' ? draftRisks(template, steps, chance) : [];
  return { steps, stakeholders, criteria, risks };
}

function draftSteps(
  template: Template,
  context: DraftContext,
  stakeholders: readonly Stakeholder[],
  chance: Chance,
): Step[] {
  const rows = stepsOf(template, context.variant);
  const ids = new Map(rows.map((row) => [row.number, newId<StepId>(chance)]));
  return rows.map((row, index) => {
    const dates = context.dates[index] ?? {};
    const workstream = context.workstreams.find(({ name }) => name === workstreamOfType(row.type));
    const approver = stakeholders.find(({ role }) => role === row.approver);
    return {
      id: ids.get(row.number) ?? newId<StepId>(chance),
      title: row.title,
      type: row.type,
      kind: row.kind,
      ...(workstream ? { workstream: workstream.id } : {}),
      owners: row.owners.map((owner) => draftOwner(owner, context.seller, chance)),
      ...dates,
      // A predecessor that the variant leaves out is nobody's predecessor.
      predecessors: row.predecessors.flatMap((number) => ids.get(number) ?? []),
      status: 'pending',
      deliverable: row.deliverable,
      notes: '',
      optional: row.optional,
      pinned: false,
      ...(approver ? { approver: approver.id } : {}),
      ...(row.weeks ? { weeks: row.weeks } : {}),
      assumptions: assumptionsOf(row, dates),
    };
  });
}

function draftOwner(owner: TemplateOwner, seller: string, chance: Chance): Owner {
  const label = owner.label === YOUR_COMPANY && seller !== '' ? seller : owner.label;
  return {
    id: newId<OwnerId>(chance),
    party: owner.party,
    ...(label === undefined ? {} : { label }),
    ...(owner.does === undefined ? {} : { does: owner.does }),
  };
}

/** All that the template filled in is a guess until the buyer's party edits or confirms it (X1). */
function assumptionsOf(row: TemplateStep, dates: RowDates): AssumableField[] {
  const fields: AssumableField[] = ['title'];
  if (row.owners.length > 0) fields.push('owners');
  if (dates.due) fields.push('due');
  return fields;
}

function draftRisks(template: Template, steps: readonly Step[], chance: Chance): Risk[] {
  return template.risks.map(({ threatens, ...row }) => ({
    id: newId<RiskId>(chance),
    ...row,
    owners: [],
    steps: steps.filter((step) => step.type === threatens).map((step) => step.id),
  }));
}
