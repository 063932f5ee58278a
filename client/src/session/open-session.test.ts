import { seedPlan } from '@tandem/shared/doc/seed-plan';
import { textOf } from '@tandem/shared/doc/text-of';
import type { StepId } from '@tandem/shared/plan/ids';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { afterEach, expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { blankPlan, seededChance } from './blank-plan.fixture.ts';
import { openPlanSession } from './open-session.ts';
import type { PlanSession } from './plan-session.ts';
import type { Role } from './role.ts';

const MAYA = { actor: 'maya', name: 'Maya Stone', party: 'seller', color: '#3b5bdb' } as const;
const REMOTE = { source: 'another browser' };
const opened: { session: PlanSession; awareness: Awareness; doc: Y.Doc }[] = [];

afterEach(() => {
  for (const { session, awareness, doc } of opened.splice(0)) {
    session.close();
    awareness.destroy();
    doc.destroy();
  }
});

function open(state?: Uint8Array, role: Role = 'editor'): PlanSession {
  const doc = new Y.Doc();
  if (state) Y.applyUpdate(doc, state, REMOTE);
  else seedPlan(doc, blankPlan(), 'template', seededChance(1));
  const awareness = new Awareness(doc);
  const session = openPlanSession({
    doc,
    awareness,
    me: MAYA,
    role,
    chance: seededChance(doc.clientID),
  });
  opened.push({ session, awareness, doc });
  return session;
}

function addStep(session: PlanSession, title: string): StepId {
  const outcome = session.edit({ type: 'step/add', title });
  if (outcome.kind !== 'applied') throw new Error(outcome.message);
  return outcome.subject.id as StepId;
}

/** Types as a cell's editor does. */
function type(session: PlanSession, step: string, text: string): void {
  const cell = session.binding.textCell({ kind: 'step', id: step, field: 'title' });
  const paragraph = cell?.get(0);
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('the cell holds a paragraph');
  const inside = paragraph.get(0);
  if (!(inside instanceof Y.XmlText)) throw new Error('the paragraph holds text');
  session.binding.doc.transact(() => inside.insert(inside.length, text), ySyncPluginKey);
}

function exchange(a: PlanSession, b: PlanSession): void {
  const [one, two] = [a.binding.doc, b.binding.doc];
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one, Y.encodeStateVector(two)), REMOTE);
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two, Y.encodeStateVector(one)), REMOTE);
}

const titles = (session: PlanSession): string[] => session.reading().plan.steps.map((s) => s.title);

test('the undo of an add removes the row and keeps what somebody else typed into it', () => {
  const maya = open();
  const dana = open(Y.encodeStateAsUpdate(maya.binding.doc));
  const step = addStep(maya, 'Review');
  exchange(maya, dana);
  type(dana, step, ' by legal');
  exchange(maya, dana);

  expect(maya.undo()).toBe(true);
  exchange(maya, dana);
  expect(titles(dana)).toEqual([]);
  expect(dana.reading().removed.steps.map((s) => s.title)).toEqual(['Review by legal']);

  dana.edit({ type: 'step/bring-back', step });
  exchange(maya, dana);
  expect(titles(maya)).toEqual(['Review by legal']);
});

test('each edit is one entry, apart from the typing before and after it', () => {
  const session = open();
  const step = addStep(session, 'A');
  type(session, step, 'b');
  type(session, step, 'c');
  session.edit({ type: 'step/set-status', step, status: 'blocked' });
  type(session, step, 'd');

  expect(titles(session)).toEqual(['Abcd']);
  session.undo();
  expect(titles(session)).toEqual(['Abc']);
  session.undo();
  expect(session.reading().plan.steps[0]?.status).toBe('pending');
  session.undo();
  expect(titles(session)).toEqual(['A']);
  session.undo();
  expect(titles(session)).toEqual([]);
  expect(session.undo()).toBe(false);
  for (let i = 0; i < 4; i += 1) expect(session.redo()).toBe(true);
  expect(titles(session)).toEqual(['Abcd']);
});

test('edits made together are taken back together', () => {
  const session = open();
  session.editAll([
    { type: 'step/add', title: 'One' },
    { type: 'step/add', title: 'Two' },
    { type: 'plan/set', title: 'Both' },
  ]);
  expect(titles(session)).toEqual(['One', 'Two']);
  session.undo();
  expect(titles(session)).toEqual([]);
  expect(session.reading().plan.title).toBe('');
  session.redo();
  expect(titles(session)).toEqual(['One', 'Two']);
});

test('an editor that goes takes neither the undo stack nor its listeners with it', () => {
  const session = open();
  let heard = 0;
  session.subscribeUndo(() => {
    heard += 1;
  });
  const face = session.binding.undoManager() as Y.UndoManager & { restore?: () => void };
  addStep(session, 'One');
  // What Tiptap's wrapper and y-tiptap's plugin do when a view is destroyed, and when another begins.
  face.restore = () => expect.unreachable('a living manager is not revived');
  face.destroy();
  expect(face.restore).toBeUndefined();
  addStep(session, 'Two');
  expect(heard).toBe(2);
  expect(face.undoStack).toHaveLength(2);
  expect(session.undo() && session.undo()).toBe(true);
  expect(titles(session)).toEqual([]);
});

test('the undo of a new paragraph keeps what somebody else wrote into it', () => {
  const maya = open();
  const dana = open(Y.encodeStateAsUpdate(maya.binding.doc));
  const narrative = maya.binding.textCell({ kind: 'narrative', id: 'narrative' });
  maya.binding.doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('mine')]);
    narrative?.insert(0, [paragraph]);
  }, ySyncPluginKey);
  exchange(maya, dana);
  const theirs = dana.binding.textCell({ kind: 'narrative', id: 'narrative' })?.get(0);
  const inside = theirs instanceof Y.XmlElement ? theirs.get(0) : undefined;
  if (inside instanceof Y.XmlText) inside.insert(4, ' and yours');
  exchange(maya, dana);
  maya.undo();
  expect(narrative && textOf(narrative)).toBe(' and yours');
});

test('a viewer changes nothing', () => {
  const session = open(undefined, 'viewer');
  expect(session.edit({ type: 'step/add', title: 'No' })).toMatchObject({ kind: 'refused' });
  expect(session.canEdit).toBe(false);
  expect(session.undo()).toBe(false);
  expect(titles(session)).toEqual([]);
});

test('a peer stays the same object while only the caret moves', () => {
  const session = open();
  const { awareness } = session.binding;
  const dana = { actor: 'dana', name: 'Dana', party: 'buyer', color: '#0b7a63' };
  const say = (state: Record<string, unknown>): void => {
    awareness.states.set(7, state);
    awareness.emit('change', [{ added: [], updated: [7], removed: [] }, 'test']);
  };
  say({ user: dana, focus: { kind: 'step', id: 's1', field: 'due' } });
  const [first] = session.peers();
  expect(first).toMatchObject({ clientId: 7, user: dana, focus: { id: 's1' } });
  say({ user: dana, focus: { kind: 'step', id: 's1', field: 'due' }, cursor: { anchor: 1 } });
  expect(session.peers()[0]).toBe(first);
  say({ user: { name: 3 } });
  expect(session.peers()).toEqual([]);
});
