import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, newId, randomText, type StepId } from './ids.ts';

const chances = fc
  .infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map((stream) => {
    const numbers = stream[Symbol.iterator]();
    return () => numbers.next().value ?? 0;
  });

describe('ids', () => {
  it('are always ones that travel in URLs, queries and keys', () => {
    fc.assert(
      fc.property(chances, (chance) => {
        const id = newId<StepId>(chance);
        expect(isId(id)).toBe(true);
        expect(id).toHaveLength(16);
        expect(encodeURIComponent(id)).toBe(id);
        expect(id).not.toMatch(/[|:]/);
      }),
    );
  });

  it('come from the chance alone, and differ when it does', () => {
    const numbers = (seed: number) => {
      let state = seed;
      return () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32;
      };
    };
    expect(newId(numbers(1))).toBe(newId(numbers(1)));
    const chance = numbers(2);
    const many = Array.from({ length: 10_000 }, () => newId(chance));
    expect(new Set(many).size).toBe(many.length);
  });

  it('bear a chance that gives its ends', () => {
    expect(newId(() => 0)).toBe('0'.repeat(16));
    expect(isId(newId(() => 1))).toBe(true);
    expect(randomText(() => 0.999_999, 3)).toBe('zzz');
    expect(randomText(() => 0.5, 0)).toBe('');
  });

  it.each(['a', 'evaluation-start', 'A_9', 'x'.repeat(64)])('take %s', (text) => {
    expect(isId(text)).toBe(true);
  });

  it.each([
    '',
    'x'.repeat(65),
    'a:b',
    'a|b',
    'a b',
    'a\n',
    'ä',
    '../a',
    undefined,
    null,
    7,
    ['a'],
    {},
  ])('refuse %o', (value) => {
    expect(isId(value)).toBe(false);
  });
});
