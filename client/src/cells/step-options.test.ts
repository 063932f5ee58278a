import type { StepId } from '@tandem/shared/plan/ids';
import type { Step } from '@tandem/shared/plan/plan';
import { expect, test } from 'vitest';
import { stepOptions } from './step-options.ts';

const steps = ['Scope', 'Security review', 'Pilot in week 2', 'Rédaction'].map(
  (title, i): Step => ({
    id: `s${i + 1}` as StepId,
    title,
    type: 'other',
    kind: 'task',
    owners: [],
    predecessors: [],
    status: 'pending',
    deliverable: '',
    notes: '',
    optional: false,
    pinned: false,
    assumptions: [],
  }),
);
const found = (typed: string, self = '') => stepOptions(steps, [], self, typed).map(({ id }) => id);

test('an exact number comes first, before titles that hold it', () => {
  expect(found('2')).toEqual(['s2', 's3']);
});

test('titles are found without their accents', () => {
  expect(found('redac')).toEqual(['s4']);
});

test('a step is never offered to itself', () => {
  expect(found('', 's1')).toEqual(['s2', 's3', 's4']);
});
