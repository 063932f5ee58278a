import { applyEdit } from '@tandem/shared/doc/apply-edit';
import { textCell } from '@tandem/shared/doc/cell';
import { ROW_LISTS } from '@tandem/shared/doc/layout';
import { openPlanReader, readPlan } from '@tandem/shared/doc/plan-reader';
import { textOf } from '@tandem/shared/doc/text-of';
import type { StepId } from '@tandem/shared/plan/ids';
import { LIST_OF, type RowKind } from '@tandem/shared/plan/plan';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { FuzzWorld } from '../support/fuzz-peers.ts';
import { EDIT_MAKERS } from '../support/random-edits.ts';
import { seededChance } from '../support/seeded.ts';
import { date } from '../support/small-plan.ts';

const SEEDS = process.env.SOAK === '1' ? 3_000 : 120;
const OPERATIONS = 120;

function check(seed: number): FuzzWorld {
  const world = new FuzzWorld(seed, 2 + (seed % 3));
  for (let i = 0; i < OPERATIONS; i += 1) world.step();
  world.settle();
  const [first, ...others] = world.peers;
  if (!first) throw new Error('no peers');
  const reading = first.reader.read();
  for (const other of others) expect(other.reader.read().plan).toEqual(reading.plan);
  // What was read change by change equals what is read from nothing.
  expect(readPlan(first.doc)).toEqual(reading);
  expect(reading.problems).toEqual([]);

  for (const subject of world.added) {
    const list = LIST_OF[subject.kind as RowKind];
    const found = [...reading.plan[list], ...reading.removed[list]].filter(
      (row) => row.id === subject.id,
    );
    expect(found, `${subject.kind} ${subject.id} is there once`).toHaveLength(1);
  }
  for (const list of ROW_LISTS) {
    const ids = [...reading.plan[list], ...reading.removed[list]].map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  const fields = new Map<string, FuzzWorld['writes']>();
  for (const write of world.writes)
    fields.set(write.field, [...(fields.get(write.field) ?? []), write]);
  for (const [field, writes] of fields) {
    const last = writes.filter(
      (write) =>
        !writes.some(
          (other) => other !== write && (other.seen.get(write.client) ?? 0) >= write.clock,
        ),
    );
    expect(
      last.map((write) => write.value),
      `${field} holds a value that nobody overwrote`,
    ).toContain(storedValue(first.doc, field));
  }
  for (const { cell, token } of world.typed) {
    // Nobody deletes text in this fuzz but `set-text` on the same cell.
    if (cell.kind === 'narrative') expect(JSON.stringify(reading.plan.narrative)).toContain(token);
    else if (!world.trail.some((line) => line.includes('set-text'))) {
      const fragment = textCell(first.doc, cell);
      expect(fragment && textOf(fragment)).toContain(token);
    }
  }
  return world;
}

function storedValue(doc: Y.Doc, field: string): string {
  const [kind, id, name] = field.split(':');
  const { plan, removed } = readPlan(doc);
  if (kind === 'plan') return plan.product;
  const list = LIST_OF[kind as RowKind];
  if (name === 'removed') return String(removed[list].some((row) => row.id === id));
  const row = [...plan[list], ...removed[list]].find((candidate) => candidate.id === id);
  const value = (row as unknown as Record<string, unknown>)[name ?? ''];
  return value === undefined ? 'null' : String(value);
}

describe('convergence', () => {
  it(`peers that edit, type, disconnect and return end equal and lose no written field (${SEEDS} seeds)`, () => {
    let edits = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      try {
        edits += check(seed).trail.length;
      } catch (error) {
        throw new Error(`seed ${seed} (rerun with check(${seed})): ${String(error)}`, {
          cause: error,
        });
      }
    }
    expect(edits).toBeGreaterThan(SEEDS * OPERATIONS * 0.4);
  });

  it('the fuzz makes every kind of edit', () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= 60; seed += 1) {
      const world = new FuzzWorld(seed, 2);
      for (let i = 0; i < 200; i += 1) world.step();
      for (const line of world.trail) kinds.add(/"type":"([^"]+)"/.exec(line)?.[1] ?? '');
    }
    kinds.delete('');
    expect(kinds.size).toBeGreaterThanOrEqual(EDIT_MAKERS.length);
  });

  it('[D1] move ‖ edit keeps both', () => {
    const [a, b, sync] = pair();
    applyEdit(
      a,
      { type: 'step/move', step: 'redlines' as StepId, after: null },
      { chance: seededChance(7) },
    );
    applyEdit(
      b,
      { type: 'step/set-due', step: 'redlines' as StepId, due: date('2027-04-01') },
      { chance: seededChance(8) },
    );
    applyEdit(
      b,
      { type: 'step/set-title', step: 'redlines' as StepId, title: 'Redlines with legal' },
      { chance: seededChance(9) },
    );
    sync();
    for (const doc of [a, b])
      expect(readPlan(doc).plan.steps[0]).toMatchObject({
        id: 'redlines',
        due: '2027-04-01',
        title: 'Redlines with legal',
      });
  });

  it('[D2] removal ‖ edit keeps the edit, and bringing back shows it', () => {
    const [a, b, sync] = pair();
    applyEdit(a, { type: 'step/remove', step: 'security' as StepId }, { chance: seededChance(7) });
    applyEdit(
      b,
      {
        type: 'step/set-due',
        step: 'security' as StepId,
        due: date('2027-04-01'),
        reason: 'queue',
      },
      { chance: seededChance(8) },
    );
    sync();
    expect(readPlan(a).plan.steps.map(({ id }) => id)).toEqual(['deep-dive', 'redlines']);
    applyEdit(
      a,
      { type: 'step/bring-back', step: 'security' as StepId },
      { chance: seededChance(9) },
    );
    sync();
    for (const doc of [a, b])
      expect(readPlan(doc).plan.steps[1]).toMatchObject({
        id: 'security',
        due: '2027-04-01',
        dueReason: 'queue',
      });
  });

  it('two people who name the same owner at once name one owner', () => {
    const [a, b, sync] = pair();
    const edit = {
      type: 'step/set-owners',
      step: 'redlines' as StepId,
      owners: [{ party: 'seller' as const }, { party: 'buyer' as const }],
    } as const;
    applyEdit(a, edit, { chance: seededChance(1) });
    applyEdit(b, edit, { chance: seededChance(2) });
    sync();
    expect(readPlan(a).plan.steps[2]?.owners.map(({ party }) => party)).toEqual([
      'seller',
      'buyer',
    ]);
    expect(readPlan(b).plan).toEqual(readPlan(a).plan);
  });
});

function pair(): [Y.Doc, Y.Doc, () => void] {
  const world = new FuzzWorld(42, 2);
  const [a, b] = world.peers;
  if (!a || !b) throw new Error('no peers');
  openPlanReader(a.doc);
  return [a.doc, b.doc, () => world.settle()];
}
