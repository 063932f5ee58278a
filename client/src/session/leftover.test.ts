import { applyEdits } from '@tandem/shared/doc/apply-edit';
import { readPlan } from '@tandem/shared/doc/plan-reader';
import { seedPlan } from '@tandem/shared/doc/seed-plan';
import { diffPlans } from '@tandem/shared/plan/diff';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import { afterEach, expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { blankPlan, seededChance } from './blank-plan.fixture.ts';
import { findLeftovers, unsentWork } from './leftover.ts';
import { openPlanSession } from './open-session.ts';
import { registerStore, writeWaiting } from './store-registry.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function write(doc: Y.Doc, edits: unknown[]): void {
  const outcome = applyEdits(doc, edits as PlanEdit[], { chance: seededChance(doc.clientID) });
  if (outcome.kind === 'refused') throw new Error(outcome.message);
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc), 'copy');
  return copy;
}

function server(): Y.Doc {
  const doc = new Y.Doc();
  seedPlan(doc, blankPlan('Plan'), 'template', seededChance(7));
  write(doc, [
    { type: 'workstream/add', workstream: 'w1', name: 'Technical' },
    { type: 'stakeholder/add', stakeholder: 'p1', name: 'Dana', party: 'buyer', role: 'champion' },
    { type: 'step/add', step: 's1', title: 'Kick-off', due: '2027-03-01' },
    { type: 'step/add', step: 's2', title: 'Security review' },
    { type: 'step/add', step: 's3', title: 'Sign' },
    { type: 'step/remove', step: 's3' },
  ]);
  return doc;
}

const OFFLINE: unknown[] = [
  { type: 'step/set-text', step: 's1', field: 'title', text: 'Kick-off call' },
  { type: 'step/set-due', step: 's1', due: '2027-03-08', reason: 'Holidays' },
  { type: 'step/set-owners', step: 's1', owners: [{ stakeholder: 'p1', does: 'invites' }] },
  {
    type: 'step/set-status',
    step: 's2',
    status: 'blocked',
    blocked: { needs: 'questionnaire', from: 'IT' },
  },
  { type: 'step/set-pinned', step: 's2', pinned: true, why: 'board' },
  {
    type: 'step/add',
    step: 's4',
    title: 'Redlines',
    stepType: 'legal',
    workstream: 'w1',
    predecessors: ['s2'],
    after: 's1',
  },
  { type: 'step/bring-back', step: 's3' },
  { type: 'step/set-text', step: 's3', field: 'title', text: 'Sign the contract' },
  { type: 'stakeholder/set', stakeholder: 'p1', title: 'Head of Sales Ops', signatory: true },
  { type: 'criterion/add', criterion: 'c1', text: 'Two days', criterionType: 'performance' },
  { type: 'risk/add', risk: 'r1', text: 'Queue', steps: ['s2'], likelihood: 'high' },
  {
    type: 'resource/add',
    resource: 'x1',
    title: 'API',
    resourceType: 'api',
    url: 'https://example.com',
  },
  { type: 'key-date/add', keyDate: 'k1', label: 'Board', date: '2027-04-01', why: 'Quarter end' },
  { type: 'goal/set-text', field: 'problem', text: 'nine days' },
  { type: 'plan/set', title: 'Better title', value: 140000, currency: 'USD' },
  { type: 'plan/set-holiday', party: 'buyer', date: '2027-05-03', name: 'Bank holiday' },
];

test('what another actor left unsent is replayed as new edits and ends in the same plan', () => {
  const now = server();
  const leftover = copyOf(now);
  write(leftover, OFFLINE);
  // Meanwhile, on the server.
  write(now, [
    { type: 'step/set-text', step: 's2', field: 'title', text: 'Security review (InfoSec)' },
    { type: 'workstream/add', workstream: 'w2', name: 'Legal' },
  ]);

  const merged = copyOf(now);
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(leftover), 'copy');
  const { plan } = readPlan(merged);
  const { edits, rest } = unsentWork(now, leftover);
  expect(rest).toEqual([]);
  const awareness = new Awareness(now);
  const me = { actor: 'a', name: 'A', party: 'seller', color: '#3b5bdb' } as const;
  const session = openPlanSession({
    doc: now,
    awareness,
    me,
    role: 'editor',
    chance: seededChance(3),
  });
  closing.push(() => {
    session.close();
    awareness.destroy();
  });
  const clientsBefore = [...now.store.clients.keys()];
  expect(edits.map((edit) => session.edit(edit)).filter(({ kind }) => kind === 'refused')).toEqual(
    [],
  );

  const replayed = session.reading().plan;
  expect(diffPlans(replayed, plan)).toEqual([]);
  expect(replayed.steps.find(({ id }) => (id as string) === 's2')?.title).toBe(
    'Security review (InfoSec)',
  );
  // New edits by this browser, not the bytes of the other actor.
  const clients = [...now.store.clients.keys()].filter((client) => !clientsBefore.includes(client));
  expect(clients.every((client) => client === now.clientID)).toBe(true);
});

test('what others changed meanwhile is no unsent work', () => {
  const now = server();
  const leftover = copyOf(now);
  write(now, [
    { type: 'plan/set', title: 'Newer' },
    { type: 'step/remove', step: 's1' },
  ]);
  const work = unsentWork(now, leftover);
  expect(work.edits).toEqual([]);
  expect(work.rest).toEqual([]);
  expect(readPlan(now).plan.title).toBe('Newer');
});

test('running text is left for the person to copy', () => {
  const now = server();
  const leftover = copyOf(now);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('written on the train')]);
  leftover.getXmlFragment('narrative').insert(0, [paragraph]);
  const { edits, rest } = unsentWork(now, leftover);
  expect(edits).toEqual([]);
  expect(rest).toMatchObject([{ subject: { kind: 'narrative' } }]);
});

test('stores of other actors and epochs with unsent edits are found, the own one and finished ones are not', () => {
  const map = new Map<string, string>();
  const values = {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
    key: (index: number) => [...map.keys()][index] ?? null,
    get length() {
      return map.size;
    },
  };
  const mine = { plan: 'p', actor: 'me', epoch: 2 };
  for (const [key, waiting] of [
    [mine, 4],
    [{ plan: 'p', actor: 'dana', epoch: 2 }, 3],
    [{ plan: 'p', actor: 'me', epoch: 1 }, 2],
    [{ plan: 'p', actor: 'done', epoch: 2 }, 0],
    [{ plan: 'other', actor: 'dana', epoch: 2 }, 3],
  ] as const) {
    registerStore(values, key);
    writeWaiting(values, key, 'tab', waiting);
  }
  expect(findLeftovers(values, mine)).toEqual([
    { key: { plan: 'p', actor: 'dana', epoch: 2 }, waiting: 3, canReplay: true },
    { key: { plan: 'p', actor: 'me', epoch: 1 }, waiting: 2, canReplay: false },
  ]);
});
