import { embedOf } from '@tandem/shared/plan/narrative';
import { expect, test } from 'vitest';
import { linesToPaste } from '../editor/paste-lines.ts';
import { initials } from '../presence/initials.ts';
import { blankPlan } from '../session/blank-plan.fixture.ts';
import { invitationText } from './invitation.ts';
import { outlineOf } from './outline-of.ts';
import { parseAmount } from './parse-amount.ts';
import { planFacts } from './plan-facts.ts';
import { savedWords } from './saved-words.ts';

test('amounts are read as people write them', () => {
  for (const text of [
    '80000',
    '80,000',
    '80 000',
    '80.000',
    '$80,000',
    '80k',
    '80 K',
    '€80k',
    "80'000",
  ]) {
    expect(parseAmount(text), text).toBe(80_000);
  }
  expect(parseAmount('1.2m')).toBe(1_200_000);
  for (const text of ['', 'a lot', '-']) expect(parseAmount(text), text).toBeUndefined();
});

test('the saved state is said in words', () => {
  expect(savedWords({ kind: 'offline', waiting: 0 })).toBe('Offline');
  expect(savedWords({ kind: 'offline', waiting: 1 })).toBe('Offline, 1 edit waiting');
  expect(savedWords({ kind: 'offline', waiting: 3 })).toBe('Offline, 3 edits waiting');
});

test('initials come from the first and the last name', () => {
  expect(initials('Dana Ruiz')).toBe('DR');
  expect(initials('Mo')).toBe('M');
  expect(initials('Ana María López')).toBe('AL');
  expect(initials('')).toBe('?');
});

test('the outline has each block once, in the order of the page', () => {
  const plan = {
    ...blankPlan(),
    narrative: [embedOf('risks'), embedOf('steps'), embedOf('risks')],
  };
  expect(outlineOf(plan).map(({ id, count }) => [id, count])).toEqual([
    ['block-risks', '0'],
    ['block-steps', '0 / 0'],
  ]);
});

test('the line under the title leaves out what is not known', () => {
  expect(planFacts({ ...blankPlan(), template: 'enterprise' })).toBe(
    'Enterprise evaluation · Acme and Northwind',
  );
});

test('a paste into a cell keeps the words and gives up the looks', () => {
  expect(linesToPaste('a\r\n  b \n\nc\n', false)).toEqual(['a b c']);
  expect(linesToPaste('a\r\nb  \n\nc\n', true)).toEqual(['a', 'b', '', 'c']);
});

test('the invitation offers help and asks for no timeline', () => {
  const parts = {
    role: 'editor',
    url: 'http://x/join#s',
    title: 'Plan',
    from: 'Maya',
    isSameParty: false,
  } as const;
  expect(invitationText(parts)).toContain('I want to make this easy');
  expect(invitationText(parts)).not.toMatch(/timeline|forecast|pipeline|close/i);
});
