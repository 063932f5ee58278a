import { addRow, bringBackRow, moveRow, removeRow } from '@tandem/client/blocks/grid/row-edits';
import { textAt, textEdit } from '@tandem/client/cells/text-at';
import { applyEdit } from '@tandem/shared/doc/apply-edit';
import { ROW_FIELDS } from '@tandem/shared/doc/layout';
import { readPlan } from '@tandem/shared/doc/plan-reader';
import { seedPlan } from '@tandem/shared/doc/seed-plan';
import { GOAL_FIELDS } from '@tandem/shared/plan/kinds';
import { LIST_OF, type RowKind, type Subject } from '@tandem/shared/plan/plan';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { seededChance } from '../support/seeded.ts';
import { smallPlan } from '../support/small-plan.ts';

const chance = seededChance(5);
const kinds = Object.keys(LIST_OF) as RowKind[];

function openPlan(): Y.Doc {
  const doc = new Y.Doc();
  seedPlan(doc, smallPlan(), 'import', chance);
  return doc;
}

function ids(doc: Y.Doc, kind: RowKind): string[] {
  return readPlan(doc).plan[LIST_OF[kind]].map((row) => row.id);
}

describe('the edits that every list makes', () => {
  test.each(kinds)('add, move, remove and bring back a %s', (kind) => {
    const doc = openPlan();
    const before = ids(doc, kind);
    for (const id of ['new1', 'new2']) {
      expect(applyEdit(doc, addRow(kind, id, before[0] ?? null, {}), { chance }).kind).toBe(
        'applied',
      );
    }
    expect(ids(doc, kind)).toEqual([...before.slice(0, 1), 'new2', 'new1', ...before.slice(1)]);
    applyEdit(doc, moveRow(kind, 'new1', null), { chance });
    expect(ids(doc, kind)[0]).toBe('new1');
    applyEdit(doc, removeRow(kind, 'new1'), { chance });
    expect(ids(doc, kind)).not.toContain('new1');
    applyEdit(doc, bringBackRow(kind, 'new1'), { chance });
    expect(ids(doc, kind)[0]).toBe('new1');
  });
});

describe('a text cell', () => {
  const rows = kinds.flatMap((kind) =>
    Object.entries(ROW_FIELDS[LIST_OF[kind]])
      .filter(([, shape]) => shape === 'text')
      .map(([field]): Subject => ({ kind, id: 'row', field })),
  );
  const goal = GOAL_FIELDS.map((field): Subject => ({ kind: 'goal', id: 'goal', field }));
  const title: Subject = { kind: 'plan', id: 'plan', field: 'title' };

  test.each([...rows, ...goal, title])('$kind $field reads what was written', (subject) => {
    const doc = openPlan();
    if (subject.id === 'row')
      applyEdit(doc, addRow(subject.kind as RowKind, 'row', null, {}), { chance });
    const edit = textEdit(subject, 'What was typed');
    expect(edit && applyEdit(doc, edit, { chance }).kind).toBe('applied');
    expect(textAt(readPlan(doc).plan, subject)).toBe('What was typed');
  });

  test('is nothing that is no text', () => {
    expect(textEdit({ kind: 'step', id: 's', field: 'due' }, 'x')).toBeUndefined();
    expect(textEdit({ kind: 'narrative', id: 'narrative' }, 'x')).toBeUndefined();
  });
});
