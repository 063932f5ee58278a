import { describe, expect, it } from 'vitest';
import { plainCell } from '../markdown/cell.ts';
import { readGoalSentence, writeGoalSentence } from './goal-sentence.ts';

const TEMPLATE =
  '[Prospect company] evaluates [Your product] to solve [specific problem] and makes a go/no-go decision by [target date].';

describe('the goal sentence', () => {
  it('is read with its slots', () => {
    expect(readGoalSentence(plainCell(TEMPLATE))).toEqual({
      buyer: '[Prospect company]',
      product: '[Your product]',
      problem: '[specific problem]',
      decision: 'go/no-go',
      by: '[target date]',
    });
  });

  it('is read with changed words, and without the decision', () => {
    const changed =
      'Northwind is evaluating Relay in order to fix late quotes, and will make an up/down decision by 1 May 2027';
    expect(readGoalSentence(plainCell(changed))).toEqual({
      buyer: 'Northwind',
      product: 'Relay',
      problem: 'late quotes',
      decision: 'up/down',
      by: '1 May 2027',
    });
    expect(readGoalSentence(plainCell('A evaluates B to solve C.'))).toMatchObject({
      problem: 'C',
      by: '',
    });
  });

  it.each([
    '',
    'We want one view of everything.',
    'The committee evaluates the offer.',
    'x'.repeat(10_000),
  ])('is not seen in other sentences', (text) => {
    expect(readGoalSentence(plainCell(text))).toBeUndefined();
  });

  it('is written with slots for missing names, and not at all when it says nothing', () => {
    const empty = {
      buyer: '',
      product: '',
      problem: '',
      decision: 'go/no-go',
      by: '[target date]',
    };
    expect(writeGoalSentence({ ...empty, problem: '[specific problem]' })).toBe(TEMPLATE);
    expect(writeGoalSentence(empty)).toBeUndefined();
    expect(writeGoalSentence({ ...empty, buyer: 'A', product: 'B', by: '2027-05-01' })).toBe(
      'A evaluates B and makes a go/no-go decision by 2027-05-01.',
    );
  });

  it('is written with links where its own words stand in a slot', () => {
    const goal = {
      buyer: 'A',
      product: 'B to solve C',
      problem: 'D',
      decision: 'go/no-go',
      by: '2027-05-01',
    };
    expect(writeGoalSentence(goal)).toBe(
      '[A](#buyer) evaluates [B to solve C](#product) to solve [D](#problem) and makes a [go/no-go](#decision) decision by 2027-05-01.',
    );
  });
});
