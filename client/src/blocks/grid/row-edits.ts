/** The edits that every list of rows has: add, move, remove, bring back. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { RowKind } from '@tandem/shared/plan/plan';

/** Under which name an edit carries the id of its row. */
const ID_NAMES = {
  'key-date': 'keyDate',
  workstream: 'workstream',
  step: 'step',
  stakeholder: 'stakeholder',
  criterion: 'criterion',
  risk: 'risk',
  resource: 'resource',
  requirement: 'requirement',
  'glossary-entry': 'entry',
} as const satisfies Record<RowKind, string>;

/** What an edit that adds must carry beside an id. */
const BORN_WITH: Partial<Record<RowKind, Readonly<Record<string, string>>>> = {
  step: { title: '' },
  'key-date': { label: '' },
  workstream: { name: '' },
  'glossary-entry': { term: '' },
};

export type RowFields = Readonly<Record<string, unknown>>;

export function addRow(
  kind: RowKind,
  id: string,
  after: string | null,
  fields: RowFields,
): PlanEdit {
  return made(kind, 'add', id, { ...BORN_WITH[kind], ...fields, after });
}

export function moveRow(kind: RowKind, id: string, after: string | null): PlanEdit {
  return made(kind, 'move', id, { after });
}

export function removeRow(kind: RowKind, id: string): PlanEdit {
  return made(kind, 'remove', id, {});
}

export function bringBackRow(kind: RowKind, id: string): PlanEdit {
  return made(kind, 'bring-back', id, {});
}

function made(kind: RowKind, verb: string, id: string, fields: RowFields): PlanEdit {
  // Nine kinds times four verbs follow one pattern, which the union cannot say.
  return { type: `${kind}/${verb}`, [ID_NAMES[kind]]: id, ...fields } as unknown as PlanEdit;
}
