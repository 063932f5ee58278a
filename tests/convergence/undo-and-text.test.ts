import { applyEdit, applyEditUndoably } from '@tandem/shared/doc/apply-edit';
import { textCell } from '@tandem/shared/doc/cell';
import { SCHEMA, undoScope } from '@tandem/shared/doc/layout';
import { migrateDoc } from '@tandem/shared/doc/migrate-doc';
import { EDIT_ORIGIN } from '@tandem/shared/doc/origin';
import { readPlan } from '@tandem/shared/doc/plan-reader';
import { seedPlan } from '@tandem/shared/doc/seed-plan';
import { difference, newText, setText, textOf } from '@tandem/shared/doc/text-of';
import type { StepId } from '@tandem/shared/plan/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { seededChance } from '../support/seeded.ts';
import { date, smallPlan } from '../support/small-plan.ts';

const security = 'security' as StepId;

function seeded(plan = smallPlan()): Y.Doc {
  const doc = new Y.Doc();
  seedPlan(doc, plan, 'template', seededChance(1));
  return doc;
}

describe('undo', () => {
  function undoable(doc: Y.Doc): Y.UndoManager {
    return new Y.UndoManager(undoScope(doc), {
      trackedOrigins: new Set([EDIT_ORIGIN]),
      captureTimeout: 0,
    });
  }

  it('undoing an add removes the row and keeps what somebody else typed into it', () => {
    const mine = seeded();
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    const undo = undoable(mine);
    const outcome = applyEditUndoably(
      mine,
      { type: 'step/add', title: 'Budget committee' },
      seededChance(4),
      () => undo.stopCapturing(),
    );
    const id = outcome.kind === 'applied' ? (outcome.subject.id as StepId) : ('' as StepId);
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine), 'relay');
    applyEdit(
      theirs,
      { type: 'step/set-text', step: id, field: 'notes', text: 'meets monthly' },
      { chance: seededChance(5) },
    );
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs), 'relay');
    undo.undo();
    expect(readPlan(mine).plan.steps.some((row) => row.id === id)).toBe(false);
    expect(readPlan(mine).removed.steps).toMatchObject([
      { id, title: 'Budget committee', notes: 'meets monthly' },
    ]);
    undo.redo();
    expect(readPlan(mine).plan.steps.at(-1)).toMatchObject({ id, notes: 'meets monthly' });
  });

  it('undo takes back one edit of mine and nothing of others', () => {
    const doc = seeded();
    const undo = undoable(doc);
    applyEdit(
      doc,
      { type: 'step/set-due', step: security, due: date('2027-03-24') },
      { chance: seededChance(4) },
    );
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    applyEdit(
      other,
      { type: 'step/set-title', step: security, title: 'InfoSec intake' },
      { chance: seededChance(5) },
    );
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'relay');
    undo.undo();
    expect(readPlan(doc).plan.steps[1]).toMatchObject({
      due: '2027-03-03',
      title: 'InfoSec intake',
    });
  });
});

describe('text', () => {
  it('setText makes a cell read as asked, lone surrogates replaced', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 6 }),
        (texts) => {
          const doc = new Y.Doc();
          const cell = newText('start');
          doc.getMap('m').set('cell', cell);
          for (const text of texts) {
            setText(cell, text);
            expect(textOf(cell)).toBe(text.toWellFormed());
          }
          Y.encodeStateAsUpdate(doc);
        },
      ),
    );
  });

  it('a changed word keeps what another person typed in the same cell meanwhile', () => {
    const a = seeded();
    const b = new Y.Doc();
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    applyEdit(
      a,
      { type: 'goal/set-text', field: 'outcome', text: 'Quotes in one day.' },
      { chance: seededChance(1) },
    );
    const cell = textCell(b, { kind: 'goal', id: 'goal', field: 'outcome' });
    const paragraph = cell?.get(0) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).insert(0, 'All ');
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
    expect(readPlan(a).plan.goal.outcome).toBe('All Quotes in one day.');
  });

  it('difference never cuts a surrogate pair', () => {
    expect(difference('a👍b', 'a👎b')).toEqual({ at: 1, removed: 2, inserted: '👎' });
  });
});

describe('migration', () => {
  it('runs what lies between the stored schema and this one, once', () => {
    const doc = seeded();
    const ran: number[] = [];
    const migrations = [2, 3].map((to) => ({ to, run: () => void ran.push(to) }));
    expect(migrateDoc(doc, 2, migrations, 3)).toEqual({ kind: 'migrated', from: 2, to: 3 });
    expect(ran).toEqual([3]);
    expect(readPlan(doc).plan.schema).toBe(3);
    expect(migrateDoc(doc, 3, migrations, 3)).toEqual({ kind: 'current' });
  });

  it('leaves a document of a newer program alone', () => {
    expect(migrateDoc(seeded(), SCHEMA + 1)).toEqual({ kind: 'too-new', schema: SCHEMA + 1 });
  });
});
