/** Edits of criteria, risks, resources and technical requirements. */

import type * as Y from 'yjs';
import { unreachable } from '../plan/assert.ts';
import type { CriterionEdit, RequirementEdit, ResourceEdit, RiskEdit } from '../plan/edit.ts';
import {
  CRITERION_RESULTS,
  CRITERION_TYPES,
  LIKELIHOODS,
  REQUIREMENT_STATES,
  RESOURCE_TYPES,
} from '../plan/kinds.ts';
import {
  checkIds,
  checkOneOf,
  checkOwners,
  checkTexts,
  onRow,
  type Preparation,
  prepareBirth,
  prepareMove,
  prepareRemoval,
} from './prepare-edit.ts';
import { setFields } from './set-fields.ts';
import { type Writing, writeOwners, writeSet } from './write-row.ts';

export function prepareCriterionEdit(
  doc: Y.Doc,
  edit: CriterionEdit,
  writing: Writing,
): Preparation {
  switch (edit.type) {
    case 'criterion/add':
    case 'criterion/set': {
      const { text, criterionType: type, validation, result, consequence } = edit;
      const values = { text, type, validation, result, consequence };
      const checks = [
        checkTexts(text, validation, consequence),
        checkOneOf(CRITERION_TYPES, type),
        checkOneOf(CRITERION_RESULTS, result),
      ];
      if (edit.type === 'criterion/set')
        return setFields(doc, 'criterion', edit.criterion, values, checks);
      const born = {
        ...values,
        type: type ?? 'other',
        result: result ?? 'open',
        owners: edit.owners,
      };
      return prepareBirth(
        doc,
        {
          kind: 'criterion',
          id: edit.criterion,
          after: edit.after,
          values: born,
          checks: [...checks, checkOwners(doc, edit.owners)],
        },
        writing,
      );
    }
    case 'criterion/set-owners':
      return onRow(doc, 'criterion', edit.criterion, [checkOwners(doc, edit.owners)], (row) =>
        writeOwners(row, edit.owners, writing),
      );
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
      return prepareBirth(
        doc,
        {
          kind: 'risk',
          id: edit.risk,
          after: edit.after,
          values: born,
          checks: [...checks, ...more],
        },
        writing,
      );
    }
    case 'risk/set-owners':
      return onRow(doc, 'risk', edit.risk, [checkOwners(doc, edit.owners)], (row) =>
        writeOwners(row, edit.owners, writing),
      );
    case 'risk/set-steps':
      return onRow(doc, 'risk', edit.risk, [checkIds(doc, 'step', edit.steps)], (row) =>
        writeSet(row, 'steps', edit.steps),
      );
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
      if (edit.type === 'resource/set')
        return setFields(doc, 'resource', edit.resource, { title, url, type }, checks);
      const born = { title, url, type: type ?? 'other', steps: edit.steps };
      return prepareBirth(
        doc,
        {
          kind: 'resource',
          id: edit.resource,
          after: edit.after,
          values: born,
          checks: [...checks, checkIds(doc, 'step', edit.steps)],
        },
        writing,
      );
    }
    case 'resource/set-steps':
      return onRow(doc, 'resource', edit.resource, [checkIds(doc, 'step', edit.steps)], (row) =>
        writeSet(row, 'steps', edit.steps),
      );
    case 'resource/move':
      return prepareMove(doc, 'resource', edit.resource, edit.after, writing.chance);
    case 'resource/remove':
    case 'resource/bring-back':
      return prepareRemoval(doc, 'resource', edit.resource, edit.type === 'resource/remove');
    default:
      return unreachable(edit);
  }
}

export function prepareRequirementEdit(
  doc: Y.Doc,
  edit: RequirementEdit,
  writing: Writing,
): Preparation {
  switch (edit.type) {
    case 'requirement/add':
    case 'requirement/set': {
      const { text, notes, state } = edit;
      const checks = [checkTexts(text, notes), checkOneOf(REQUIREMENT_STATES, state)];
      if (edit.type === 'requirement/set')
        return setFields(doc, 'requirement', edit.requirement, { text, notes, state }, checks);
      const born = { text, notes, state: state ?? 'open', owners: edit.owners };
      return prepareBirth(
        doc,
        {
          kind: 'requirement',
          id: edit.requirement,
          after: edit.after,
          values: born,
          checks: [...checks, checkOwners(doc, edit.owners)],
        },
        writing,
      );
    }
    case 'requirement/set-owners':
      return onRow(doc, 'requirement', edit.requirement, [checkOwners(doc, edit.owners)], (row) =>
        writeOwners(row, edit.owners, writing),
      );
    case 'requirement/move':
      return prepareMove(doc, 'requirement', edit.requirement, edit.after, writing.chance);
    case 'requirement/remove':
    case 'requirement/bring-back':
      return prepareRemoval(
        doc,
        'requirement',
        edit.requirement,
        edit.type === 'requirement/remove',
      );
    default:
      return unreachable(edit);
  }
}
