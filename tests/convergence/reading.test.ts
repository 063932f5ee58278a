import { applyEdit } from '@tandem/shared/doc/apply-edit';
import { ALL_ROOTS, MAP_ROOTS, ROW_FIELDS, ROW_LISTS, rootMap } from '@tandem/shared/doc/layout';
import { openPlanReader, readPlan } from '@tandem/shared/doc/plan-reader';
import { seedPlan } from '@tandem/shared/doc/seed-plan';
import { newText } from '@tandem/shared/doc/text-of';
import type { StepId } from '@tandem/shared/plan/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { randomEdit } from '../support/random-edits.ts';
import { seededChance } from '../support/seeded.ts';
import { date, smallPlan } from '../support/small-plan.ts';

const security = 'security' as StepId;

function seeded(plan = smallPlan()): Y.Doc {
  const doc = new Y.Doc();
  seedPlan(doc, plan, 'template', seededChance(1));
  return doc;
}

/** Without the ids of edits, which are random. */
function withoutEdits(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, v: unknown) =>
      key === 'dueEdit' || key === 'dateEdit' ? undefined : v,
    ),
  );
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
          expect((row as Y.Map<unknown>).get(field), `${list}.${field}`).toBeInstanceOf(
            Y.AbstractType,
          );
        }
      }
    }
  });

  it('marks in the narrative survive', () => {
    const bold = { type: 'text' as const, text: 'soon', marks: [{ type: 'bold' }] };
    const link = {
      type: 'text' as const,
      text: 'here',
      marks: [{ type: 'link', attrs: { href: 'https://acme.example' } }],
    };
    const narrative = [
      { type: 'paragraph', content: [{ type: 'text' as const, text: 'We sign ' }, bold, link] },
    ];
    expect(readPlan(seeded(smallPlan({ narrative }))).plan.narrative).toEqual(narrative);
  });

  it('one changed cell keeps every other object', () => {
    const doc = seeded();
    const reader = openPlanReader(doc);
    const before = reader.read().plan;
    expect(reader.read().plan).toBe(before);
    applyEdit(
      doc,
      { type: 'step/set-due', step: security, due: date('2027-03-24') },
      { chance: seededChance(2) },
    );
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
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), junk), { maxLength: 30 }),
        fc.nat(),
        (writes, seed) => {
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
          for (let i = 0; i < 10; i += 1)
            applyEdit(doc, randomEdit(reading, chance, `t${i}`), { chance });
          readPlan(doc);
        },
      ),
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
