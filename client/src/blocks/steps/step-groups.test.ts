import type { StepId, WorkstreamId } from '@tandem/shared/plan/ids';
import type { Step } from '@tandem/shared/plan/plan';
import { expect, test } from 'vitest';
import { NO_WORKSTREAM, stepsByWorkstream, stepsInWords } from './step-groups.ts';

const step = (id: string, workstream?: string, status: Step['status'] = 'pending'): Step => ({
  id: id as StepId,
  title: id,
  type: 'other',
  kind: 'task',
  owners: [],
  predecessors: [],
  status,
  deliverable: '',
  notes: '',
  optional: false,
  pinned: false,
  assumptions: [],
  ...(workstream === undefined ? {} : { workstream: workstream as WorkstreamId }),
});
const workstreams = ['legal', 'security', 'empty'].map((id) => ({
  id: id as WorkstreamId,
  name: id,
}));

test('groups stand in the order of the workstreams, steps of none last', () => {
  const steps = [step('d'), step('a', 'security'), step('b', 'legal'), step('c', 'security')];
  const groups = stepsByWorkstream(steps, workstreams);
  expect(groups.map(({ id, rows }) => [id, rows.map((row) => row.id)])).toEqual([
    ['legal', ['b']],
    ['security', ['a', 'c']],
    [NO_WORKSTREAM, ['d']],
  ]);
});

test('steps of a removed workstream stand with those of none', () => {
  const groups = stepsByWorkstream([step('a', 'gone'), step('b')], workstreams);
  expect(groups.map(({ id }) => id)).toEqual([NO_WORKSTREAM]);
});

test('counts name only what there is', () => {
  expect(stepsInWords([step('a')])).toBe('1 step');
  const some = [step('a', undefined, 'complete'), step('b', undefined, 'blocked'), step('c')];
  expect(stepsInWords(some)).toBe('3 steps · 1 complete · 1 blocked');
});
