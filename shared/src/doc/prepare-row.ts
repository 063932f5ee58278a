/** Edits of the simpler rows: stakeholders, criteria, risks, resources, requirements, workstreams, glossary, key dates. */

import type * as Y from 'yjs';
import { unreachable } from '../plan/assert.ts';
import type {
  CriterionEdit,
  GlossaryEdit,
  KeyDateEdit,
  RequirementEdit,
  ResourceEdit,
  RiskEdit,
  StakeholderEdit,
  WorkstreamEdit,
} from '../plan/edit.ts';
import {
  CRITERION_RESULTS,
  CRITERION_TYPES,
  LIKELIHOODS,
  PARTIES,
  REQUIREMENT_STATES,
  RESOURCE_TYPES,
  STAKEHOLDER_ROLES,
  STANDARD_KEY_DATES,
  STEP_TYPES,
} from '../plan/kinds.ts';
import { LIST_OF, type RowKind } from '../plan/plan.ts';
import { type FieldShape, ROW_FIELDS } from './layout.ts';
import {
  checkDate,
  checkIds,
  checkOneOf,
  checkOwners,
  checkTexts,
  onRow,
  type Preparation,
  prepareBirth,
  prepareMove,
  prepareRemoval,
  refuse,
  type Refusal,
} from './prepare-edit.ts';
import { type RowValues, writeExplained, writeOwners, writePlain, writeSet, writeText, type Writing } from './write-row.ts';

export function prepareStakeholderEdit(doc: Y.Doc, edit: StakeholderEdit, writing: Writing): Preparation {
  switch (edit.type) {
    case 'stakeholder/add':
    case 'stakeholder/set': {
      const { name, title, role, party, responsibility, email, signatory } = edit;
      const values = { name, title, role, party, responsibility, email, signatory };
      const checks = [checkTexts(name, title, responsibility, email), checkOneOf(STAKEHOLDER_ROLES, role), checkOneOf(PARTIES, party)];
      return edit.type === 'stakeholder/add'
        ? prepareBirth(doc, { kind: 'stakeholder', id: edit.stakeholder, after: edit.after, values: { ...values, role: role ?? 'other' }, checks }, writing)
        : setFields(doc, 'stakeholder', edit.stakeholder, values, checks);
    }
    case 'stakeholder/move':
      return prepareMove(doc, 'stakeholder', edit.stakeholder, edit.after, writing.chance);
    case 'stakeholder/remove':
    case 'stakeholder/bring-back':
      return prepareRemoval(doc, 'stakeholder', edit.stakeholder, edit.type === 'stakeholder/remove');
    default:
      return unreachable(edit);
  }
}

export function prepareCriterionEdit(doc: Y.Doc, edit: CriterionEdit, writing: Writing): Preparation {
  switch (edit.type) {
    case 'criterion/add':
    case 'criterion/set': {
      const { text, criterionType: type, validation, result, consequence } = edit;
      const values = { text, type, validation, result, consequence };
      const checks = [checkTexts(text, validation, consequence), checkOneOf(CRITERION_TYPES, type), checkOneOf(CRITERION_RESULTS, result)];
      if (edit.type === 'criterion/set') return setFields(doc, 'criterion', edit.criterion, values, checks);
      const born = { ...values, type: type ?? 'other', result: result ?? 'open', owners: edit.owners };
      return prepareBirth(doc, { kind: 'criterion', id: edit.criterion, after: edit.after, values: born, checks: [...checks, checkOwners(doc, edit.owners)] }, writing);
    }
    case 'criterion/set-owners':
      return onRow(doc, 'criterion', edit.criterion, [checkOwners(doc, edit.owners)], (row) => writeOwners(row, edit.owners, writing));
    case 'criterion/move':
      return prepareMove(doc, 'criterion', edit.criterion, edit.after, writing.chance);
    case 'criterion/remove':
    case 'criterion/bring-back':
      return prepareRemoval(doc, 'criterion', edit.criterion, edit.type === 'criterion/remove');
    default:
      return unreachable(edit);
  }
}

export function prepareRiskEdit(doc: Y.Doc, edit: RiskEdit, writing: Writing): Preparation {
  switch (edit.type) {
    case 'risk/add':
    case 'risk/set': {
      const { text, impact, mitigation, likelihood } = edit;
      const values = { text, impact, mitigation, likelihood };
      const checks = [checkTexts(text, impact, mitigation), checkOneOf(LIKELIHOODS, likelihood)];
      if (edit.type === 'risk/set') return setFields(doc, 'risk', edit.risk, values, checks);
      const born = { ...values, owners: edit.owners, steps: edit.steps };
      const more = [checkOwners(doc, edit.owners), checkIds(doc, 'step', edit.steps)];
      return prepareBirth(doc, { kind: 'risk', id: edit.risk, after: edit.after, values: born, checks: [...checks, ...more] }, writing);
    }
    case 'risk/set-owners':
      return onRow(doc, 'risk', edit.risk, [checkOwners(doc, edit.owners)], (row) => writeOwners(row, edit.owners, writing));
    case 'risk/set-steps':
      return onRow(doc, 'risk', edit.risk, [checkIds(doc, 'step', edit.steps)], (row) => writeSet(row, 'steps', edit.steps));
    case 'risk/move':
      return prepareMove(doc, 'risk', edit.risk, edit.after, writing.chance);
    case 'risk/remove':
    case 'risk/bring-back':
      return prepareRemoval(doc, 'risk', edit.risk, edit.type === 'risk/remove');
    default:
      return unreachable(edit);
  }
}

export function prepareResourceEdit(doc: Y.Doc, edit: ResourceEdit, writing: Writing): Preparation {
  switch (edit.type) {
    case 'resource/add':
    case 'resource/set': {
      const { title, url, resourceType: type } = edit;
      const checks = [checkTexts(title, url), checkOneOf(RESOURCE_TYPES, type)];
      if (edit.type === 'resource/set') return setFields(doc, 'resource', edit.resource, { title, url, type }, checks);
      const born = { title, url, type: type ?? 'other', steps: edit.steps };
      return prepareBirth(doc, { kind: 'resource', id: edit.resource, after: edit.after, values: born, checks: [...checks, checkIds(doc, 'step', edit.steps)] }, writing);
    }
    case 'resource/set-steps':
      return onRow(doc, 'resource', edit.resource, [checkIds(doc, 'step', edit.steps)], (row) => writeSet(row, 'steps', edit.steps));
    case 'resource/move':
      return prepareMove(doc, 'resource', edit.resource, edit.after, writing.chance);
    case 'resource/remove':
    case 'resource/bring-back':
      return prepareRemoval(doc, 'resource', edit.resource, edit.type === 'resource/remove');
    default:
      return unreachable(edit);
  }
}

export function prepareRequirementEdit(doc: Y.Doc, edit: RequirementEdit, writing: Writing): Preparation {
  switch (edit.type) {
    case 'requirement/add':
    case 'requirement/set': {
      const { text, notes, state } = edit;
      const checks = [checkTexts(text, notes), checkOneOf(REQUIREMENT_STATES, state)];
      if (edit.type === 'requirement/set') return setFields(doc, 'requirement', edit.requirement, { text, notes, state }, checks);
      const born = { text, notes, state: state ?? 'open', owners: edit.owners };
      return prepareBirth(doc, { kind: 'requirement', id: edit.requirement, after: edit.after, values: born, checks: [...checks, checkOwners(doc, edit.owners)] }, writing);
    }
    case 'requirement/set-owners':
      return onRow(doc, 'requirement', edit.requirement, [checkOwners(doc, edit.owners)], (row) => writeOwners(row, edit.owners, writing));
    case 'requirement/move':
      return prepareMove(doc, 'requirement', edit.requirement, edit.after, writing.chance);
    case 'requirement/remove':
    case 'requirement/bring-back':
      return prepareRemoval(doc, 'requirement', edit.requirement, edit.type === 'requirement/remove');
    default:
      return unreachable(edit);
  }
}

export function prepareWorkstreamEdit(doc: Y.Doc, edit: WorkstreamEdit, writing: Writing): Preparation {
  switch (edit.type) {
    case 'workstream/add':
      return prepareBirth(doc, { kind: 'workstream', id: edit.workstream, after: edit.after, values: { name: edit.name }, checks: [checkTexts(edit.name)] }, writing);
    case 'workstream/set':
      return setFields(doc, 'workstream', edit.workstream, { name: edit.name }, [checkTexts(edit.name)]);
    case 'workstream/move':
      return prepareMove(doc, 'workstream', edit.workstream, edit.after, writing.chance);
    case 'workstream/remove':
    case 'workstream/bring-back':
      return prepareRemoval(doc, 'workstream', edit.workstream, edit.type === 'workstream/remove');
    default:
      return unreachable(edit);
  }
}

export function prepareGlossaryEdit(doc: Y.Doc, edit: GlossaryEdit, writing: Writing): Preparation {
  switch (edit.type) {
    case 'glossary-entry/add':
    case 'glossary-entry/set': {
      const { term, meaning, stepType: type } = edit;
      const checks = [checkTexts(term, meaning), checkOneOf(STEP_TYPES, type)];
      return edit.type === 'glossary-entry/add'
        ? prepareBirth(doc, { kind: 'glossary-entry', id: edit.entry, after: edit.after, values: { term, meaning, type }, checks }, writing)
        : setFields(doc, 'glossary-entry', edit.entry, { term, meaning, type }, checks);
    }
    case 'glossary-entry/move':
      return prepareMove(doc, 'glossary-entry', edit.entry, edit.after, writing.chance);
    case 'glossary-entry/remove':
    case 'glossary-entry/bring-back':
      return prepareRemoval(doc, 'glossary-entry', edit.entry, edit.type === 'glossary-entry/remove');
    default:
      return unreachable(edit);
  }
}

export function prepareKeyDateEdit(doc: Y.Doc, edit: KeyDateEdit, writing: Writing): Preparation {
  switch (edit.type) {
    case 'key-date/add': {
      const { label, date, why } = edit;
      return prepareBirth(doc, { kind: 'key-date', id: edit.keyDate, after: edit.after, values: { label, date, why }, checks: [checkTexts(label, why), checkDate(date)] }, writing);
    }
    case 'key-date/set':
      return onRow(doc, 'key-date', edit.keyDate, [checkDate(edit.date)], (row) => writeExplained(row, 'date', edit.date, writing));
    case 'key-date/set-text':
      return onRow(doc, 'key-date', edit.keyDate, [checkOneOf(['label', 'why'], edit.field), checkTexts(edit.text)], (row) => writeText(row, edit.field, edit.text));
    case 'key-date/move':
      return prepareMove(doc, 'key-date', edit.keyDate, edit.after, writing.chance);
    case 'key-date/remove':
      // The four standard dates are what rules and templates count from; they are cleared, not removed.
      return (STANDARD_KEY_DATES as readonly string[]).includes(edit.keyDate)
        ? refuse('invalid-value', 'This key date belongs to every plan; its date can be cleared.')
        : prepareRemoval(doc, 'key-date', edit.keyDate, true);
    case 'key-date/bring-back':
      return prepareRemoval(doc, 'key-date', edit.keyDate, false);
    default:
      return unreachable(edit);
  }
}

/** Sets the given fields of a row; absent ones stay, null clears. */
function setFields(doc: Y.Doc, kind: RowKind, id: string, values: RowValues, checks: readonly (Refusal | undefined)[]): Preparation {
  const shapes: Readonly<Record<string, FieldShape>> = ROW_FIELDS[LIST_OF[kind]];
  return onRow(doc, kind, id, checks, (row) => {
    for (const [field, value] of Object.entries(values)) {
      if (value === undefined) continue;
      if (shapes[field] === 'text') writeText(row, field, typeof value === 'string' ? value : '');
      else writePlain(row, field, value);
    }
  });
}
