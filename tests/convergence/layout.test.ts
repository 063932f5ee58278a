import { applyEdit, applyEdits, applyEditUndoably } from '@tandem/shared/doc/apply-edit';
import { textCell } from '@tandem/shared/doc/cell';
import { ALL_ROOTS, MAP_ROOTS, ROW_FIELDS, ROW_LISTS, rootMap, SCHEMA, undoScope } from '@tandem/shared/doc/layout';
import { migrateDoc } from '@tandem/shared/doc/migrate-doc';
import { EDIT_ORIGIN } from '@tandem/shared/doc/origin';
import { openPlanReader, readPlan } from '@tandem/shared/doc/plan-reader';
import { seedPlan } from '@tandem/shared/doc/seed-plan';
import { difference, newText, setText, textOf } from '@tandem/shared/doc/text-of';
import type { CalendarDate } from '@tandem/shared/plan/calendar-date';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { KeyDateId, StepId, StakeholderId } from '@tandem/shared/plan/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { randomEdit } from '../support/random-edits.ts';
import { seededChance } from '../support/seeded.ts';
import { date, smallPlan, step } from '../support/small-plan.ts';

const security = 'security' as StepId;

function seeded(plan = smallPlan()): Y.Doc {
  const doc = new Y.Doc();
  seedPlan(doc, plan, 'template', seededChance(1));
  return doc;
}

/** Without the ids of edits, which are random. */
function withoutEdits(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, v: unknown) => (key === 'dueEdit' || key === 'dateEdit' ? undefined : v)));
}

describe('seed and read', () => {
  it('a seeded plan reads as it was', () => {
    const { plan, problems, removed } = readPlan(seeded());
    expect(withoutEdits(plan)).toEqual(withoutEdits(smallPlan()));
    expect(problems).toEqual([]);
    expect(Object.values(removed).flat()).toEqual([]);
  });

  it('a plan that was stored and loaded reads the same', () => {
    const doc = seeded();
    const loaded = new Y.Doc();
    Y.applyUpdate(loaded, Y.encodeStateAsUpdate(doc));
    expect(readPlan(loaded)).toEqual(readPlan(doc));
  });

  it('every row is born with every nested type of the layout', () => {
    const doc = seeded();
    applyEdit(doc, { type: 'step/add', title: 'new' }, { chance: seededChance(2) });
    for (const list of ROW_LISTS) {
      for (const row of rootMap(doc, list).values()) {
        for (const [field, shape] of Object.entries(ROW_FIELDS[list])) {
          if (shape === 'plain' || shape === 'explained') continue;
          expect((row as Y.Map<unknown>).get(field), `${list}.${field}`).toBeInstanceOf(Y.AbstractType);
        }
      }
    }
  });

  it('marks in the narrative survive', () => {
    const bold = { type: 'text' as const, text: 'soon', marks: [{ type: 'bold' }] };
    const link = { type: 'text' as const, text: 'here', marks: [{ type: 'link', attrs: { href: 'https://acme.example' } }] };
    const narrative = [{ type: 'paragraph', content: [{ type: 'text' as const, text: 'We sign ' }, bold, link] }];
    expect(readPlan(seeded(smallPlan({ narrative }))).plan.narrative).toEqual(narrative);
  });

  it('one changed cell keeps every other object', () => {
    const doc = seeded();
    const reader = openPlanReader(doc);
    const before = reader.read().plan;
    expect(reader.read().plan).toBe(before);
    applyEdit(doc, { type: 'step/set-due', step: security, due: date('2027-03-24') }, { chance: seededChance(2) });
    const after = reader.read().plan;
    expect(after.steps[1]).not.toBe(before.steps[1]);
    expect(after.steps[0]).toBe(before.steps[0]);
    expect(after.steps[2]).toBe(before.steps[2]);
    expect(after.stakeholders).toBe(before.stakeholders);
    expect(after.narrative).toBe(before.narrative);
    expect(after.goal).toBe(before.goal);
  });

  it('typing in one block of the narrative keeps the others', () => {
    const doc = seeded();
    const reader = openPlanReader(doc);
    const before = reader.read().plan.narrative;
    const second = doc.getXmlFragment('narrative').get(1) as Y.XmlElement;
    (second.get(0) as Y.XmlText).insert(0, 'Listen: ');
    const after = reader.read().plan.narrative;
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toMatchObject({ content: [{ text: 'Listen: The quarter ends in June.' }] });
    expect(after[2]).toBe(before[2]);
  });
});

describe('hostile documents', () => {
  const junk = fc.oneof(
    fc.jsonValue(),
    fc.constant(new Date(0)),
    fc.constant(undefined),
    fc.constantFrom('map', 'text', 'fragment', 'array', 'element').map((kind) => ({ make: kind })),
  );

  function made(value: unknown): unknown {
    const kind = (value as { make?: string } | null)?.make;
    if (kind === 'map') return new Y.Map([['v', 1]]);
    if (kind === 'text') return new Y.Text('x');
    if (kind === 'fragment') return newText('y');
    if (kind === 'array') return Y.Array.from([1]);
    if (kind === 'element') return new Y.XmlElement('p');
    return value instanceof Date ? 12 : value;
  }

  it('readPlan is total, and editing still works, whatever stands in the roots', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), junk), { maxLength: 30 }), fc.nat(), (writes, seed) => {
        const doc = seeded();
        for (const [a, b, c, value] of writes) {
          const root = rootMap(doc, MAP_ROOTS[a % MAP_ROOTS.length] ?? 'meta');
          const keys = [...root.keys(), 'junk', '', 'a|b:c'];
          const key = keys[b % keys.length] ?? 'junk';
          const row = root.get(key);
          if (row instanceof Y.Map && c % 3 !== 0) {
            const fields = [...row.keys(), 'junk'];
            row.set(fields[c % fields.length] ?? 'junk', made(value));
          } else if (c % 7 === 1) root.delete(key);
          else root.set(key, made(value));
        }
        const reading = readPlan(doc);
        JSON.stringify(reading.plan);
        const chance = seededChance(seed);
        for (let i = 0; i < 10; i += 1) applyEdit(doc, randomEdit(reading, chance, `t${i}`), { chance });
        readPlan(doc);
      }),
      { numRuns: 300 },
    );
  });

  it('a broken field is a problem and missing; the row stays', () => {
    const doc = seeded();
    const row = rootMap(doc, 'steps').get('security') as Y.Map<unknown>;
    row.set('due', { v: '2027-02-31', edit: 'e' });
    row.set('type', 'nonsense');
    row.delete('title');
    const { plan, problems } = readPlan(doc);
    const found = plan.steps.find(({ id }) => id === 'security');
    expect(found).toMatchObject({ title: '', type: 'other', status: 'blocked' });
    expect(found && 'due' in found).toBe(false);
    expect(problems.map(({ subject }) => subject.field).sort()).toEqual(['due', 'title', 'type']);
  });

  it('nesting too deep to walk is read as empty', () => {
    const doc = seeded();
    let inner = new Y.XmlElement('blockquote');
    const outer = inner;
    for (let i = 0; i < 200; i += 1) {
      const next = new Y.XmlElement('blockquote');
      inner.insert(0, [next]);
      inner = next;
    }
    doc.getXmlFragment('narrative').insert(0, [outer]);
    expect(readPlan(doc).plan.narrative).toHaveLength(4);
  });

  it('only the roots of the layout are ever made', () => {
    expect([...seeded().share.keys()].every((root) => ALL_ROOTS.includes(root))).toBe(true);
  });
});

describe('edits', () => {
  it('a refused edit changes nothing and says why', () => {
    const doc = seeded();
    const before = Y.encodeStateAsUpdate(doc);
    const bad: PlanEdit[] = [
      { type: 'step/set-due', step: 'nobody' as StepId, due: date('2027-03-03') },
      { type: 'step/set-due', step: security, due: '2027-02-30' as CalendarDate },
      { type: 'step/set-predecessors', step: security, predecessors: [security] },
      { type: 'step/set-predecessors', step: security, predecessors: ['x' as StepId] },
      { type: 'step/set-duration', step: security, days: -1 },
      { type: 'step/set-owners', step: security, owners: [{}] },
      { type: 'step/set-owners', step: security, owners: [{ stakeholder: 'x' as StakeholderId }] },
      { type: 'step/add', step: security, title: 'again' },
      { type: 'step/add', step: 'a:b' as StepId, title: 'odd id' },
      { type: 'step/move', step: security, after: security },
      { type: 'steps/shift', moves: [{ step: security, due: date('2027-03-03') }, { step: 'x' as StepId, due: date('2027-03-03') }], reason: 'r' },
      { type: 'key-date/remove', keyDate: 'signature' as KeyDateId },
      { type: 'plan/set', currency: 'dollars' },
      { type: 'goal/set-text', field: 'problem', text: 'x'.repeat(100_001) },
    ];
    for (const edit of bad) {
      const outcome = applyEdit(doc, edit, { chance: seededChance(3) });
      expect(outcome.kind, JSON.stringify(edit).slice(0, 120)).toBe('refused');
    }
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it('an edit that says what is already there writes nothing', () => {
    const doc = seeded();
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    const { plan } = readPlan(doc);
    const same: PlanEdit[] = [
      { type: 'step/set-due', step: security, due: date('2027-03-03') },
      { type: 'step/set-title', step: security, title: 'Security review' },
      { type: 'step/set-owners', step: security, owners: plan.steps[1]?.owners ?? [] },
      { type: 'step/set-status', step: security, status: 'blocked', blocked: { needs: 'the questionnaire', from: 'priya' } },
      { type: 'step/bring-back', step: security },
      { type: 'plan/set', seller: 'Acme', weekend: [6, 7] },
      { type: 'plan/set-holiday', party: 'seller', date: date('2027-05-17'), name: 'Constitution Day' },
    ];
    for (const edit of same) expect(applyEdit(doc, edit, { chance: seededChance(3) }).kind).toBe('applied');
    expect(updates).toBe(0);
  });

  it('the unchanged date with a reason explains the last move', () => {
    const doc = seeded();
    applyEdit(doc, { type: 'step/set-due', step: security, due: date('2027-03-03'), reason: 'the queue is six weeks' }, { chance: seededChance(3) });
    expect(readPlan(doc).plan.steps[1]).toMatchObject({ due: '2027-03-03', dueReason: 'the queue is six weeks' });
  });

  it('all writes of one edit share one edit id, in one transaction', () => {
    const doc = seeded();
    let transactions = 0;
    doc.on('afterTransaction', () => {
      transactions += 1;
    });
    applyEdit(
      doc,
      { type: 'steps/shift', moves: [{ step: security, due: date('2027-03-24') }, { step: 'redlines' as StepId, due: date('2027-04-09') }], reason: 'queue', cause: 'cascade:e1' },
      { chance: seededChance(3) },
    );
    const [, a, b] = readPlan(doc).plan.steps;
    expect(a?.dueEdit).toBe(b?.dueEdit);
    expect(transactions).toBe(1);
    expect((rootMap(doc, 'steps').get('redlines') as Y.Map<unknown>).get('due')).toMatchObject({ reason: 'queue', cause: 'cascade:e1' });
  });

  it('several edits see each other, and a refusal names the one at fault', () => {
    const doc = seeded();
    const added: PlanEdit = { type: 'step/add', step: 'n1' as StepId, title: 'Budget committee', after: security };
    const dated: PlanEdit = { type: 'step/set-due', step: 'n1' as StepId, due: date('2027-04-01') };
    expect(applyEdits(doc, [added, dated], { chance: seededChance(3) }).kind).toBe('applied');
    expect(readPlan(doc).plan.steps.map(({ id }) => id)).toEqual(['deep-dive', 'security', 'n1', 'redlines']);
    const outcome = applyEdits(doc, [dated, { ...dated, step: 'x' as StepId }], { chance: seededChance(3) });
    expect(outcome).toMatchObject({ kind: 'refused', index: 1, code: 'unknown-id' });
  });

  it('moving one row of many by keyboard writes one key', () => {
    const steps = Array.from({ length: 50 }, (_, i) => step(`s${i}`));
    const doc = seeded(smallPlan({ steps }));
    const keys: string[] = [];
    rootMap(doc, 'steps').observeDeep((events) => {
      for (const event of events) keys.push(`${event.path.join('.')}:${[...event.keys.keys()].join(',')}`);
    });
    applyEdit(doc, { type: 'step/move', step: 's10' as StepId, after: 's40' as StepId }, { chance: seededChance(3) });
    expect(keys).toEqual(['s10:order']);
    const ids = readPlan(doc).plan.steps.map(({ id }) => id);
    expect(ids.slice(39, 42)).toEqual(['s40', 's10', 's41']);
  });
});

describe('undo', () => {
  function undoable(doc: Y.Doc): Y.UndoManager {
    return new Y.UndoManager(undoScope(doc), { trackedOrigins: new Set([EDIT_ORIGIN]), captureTimeout: 0 });
  }

  it('undoing an add removes the row and keeps what somebody else typed into it', () => {
    const mine = seeded();
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    const undo = undoable(mine);
    const outcome = applyEditUndoably(mine, { type: 'step/add', title: 'Budget committee' }, seededChance(4), () => undo.stopCapturing());
    const id = outcome.kind === 'applied' ? (outcome.subject.id as StepId) : ('' as StepId);
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine), 'relay');
    applyEdit(theirs, { type: 'step/set-text', step: id, field: 'notes', text: 'meets monthly' }, { chance: seededChance(5) });
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs), 'relay');
    undo.undo();
    expect(readPlan(mine).plan.steps.some((row) => row.id === id)).toBe(false);
    expect(readPlan(mine).removed.steps).toMatchObject([{ id, title: 'Budget committee', notes: 'meets monthly' }]);
    undo.redo();
    expect(readPlan(mine).plan.steps.at(-1)).toMatchObject({ id, notes: 'meets monthly' });
  });

  it('undo takes back one edit of mine and nothing of others', () => {
    const doc = seeded();
    const undo = undoable(doc);
    applyEdit(doc, { type: 'step/set-due', step: security, due: date('2027-03-24') }, { chance: seededChance(4) });
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    applyEdit(other, { type: 'step/set-title', step: security, title: 'InfoSec intake' }, { chance: seededChance(5) });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'relay');
    undo.undo();
    expect(readPlan(doc).plan.steps[1]).toMatchObject({ due: '2027-03-03', title: 'InfoSec intake' });
  });
});

describe('text', () => {
  it('setText makes a cell read as asked, lone surrogates replaced', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 6 }), (texts) => {
        const doc = new Y.Doc();
        const cell = newText('start');
        doc.getMap('m').set('cell', cell);
        for (const text of texts) {
          setText(cell, text);
          expect(textOf(cell)).toBe(text.toWellFormed());
        }
        Y.encodeStateAsUpdate(doc);
      }),
    );
  });

  it('a changed word keeps what another person typed in the same cell meanwhile', () => {
    const a = seeded();
    const b = new Y.Doc();
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    applyEdit(a, { type: 'goal/set-text', field: 'outcome', text: 'Quotes in one day.' }, { chance: seededChance(1) });
    const cell = textCell(b, { kind: 'goal', id: 'goal', field: 'outcome' });
    ((cell?.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'All ');
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
