import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainKey, sameMembers, samePlain } from './same-plain.ts';

describe('samePlain', () => {
  it('compares by content, and takes absent for undefined', () => {
    expect(samePlain({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
    expect(samePlain({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(samePlain({ a: null }, {})).toBe(false);
    expect(samePlain([1, 2], [2, 1])).toBe(false);
    expect(samePlain([], {})).toBe(false);
    expect(samePlain('1', 1)).toBe(false);
    expect(samePlain(Number.NaN, Number.NaN)).toBe(true);
  });

  it('agrees with the key of the content', () => {
    const values = fc.jsonValue();
    fc.assert(
      fc.property(values, values, (a, b) => {
        // JSON has one zero.
        const [left, right] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))];
        expect(samePlain(left, right)).toBe(plainKey(left) === plainKey(right));
        expect(samePlain(left, structuredClone(left))).toBe(true);
      }),
    );
  });
});

describe('sameMembers', () => {
  it('compares without order, and counts', () => {
    expect(sameMembers([{ a: 1 }, { b: 2 }], [{ b: 2 }, { a: 1 }])).toBe(true);
    expect(sameMembers(['x', 'x', 'y'], ['x', 'y', 'y'])).toBe(false);
    expect(sameMembers(['x'], [])).toBe(false);
  });
});
