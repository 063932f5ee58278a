import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRise } from './longest-rise.ts';

/** All subsets, for short lists only. */
function longestByTrying(values: readonly number[]): number {
  let longest = 0;
  for (let mask = 0; mask < 2 ** values.length; mask += 1) {
    const chosen = values.filter((_, i) => (mask >> i) & 1);
    if (chosen.every((value, i) => i === 0 || (chosen[i - 1] ?? value) < value)) {
      longest = Math.max(longest, chosen.length);
    }
  }
  return longest;
}

describe('longestRise', () => {
  it('gives the places of a longest rising run', () => {
    expect(longestRise([])).toEqual([]);
    expect(longestRise([5])).toEqual([0]);
    expect(longestRise([1, 2, 3])).toEqual([0, 1, 2]);
    expect(longestRise([3, 0, 1, 2])).toEqual([1, 2, 3]);
    expect(longestRise([0, 3, 1, 2])).toEqual([0, 2, 3]);
    expect(longestRise([2, 2, 2])).toHaveLength(1);
  });

  it('rises, and is as long as can be', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 9 }), (values) => {
        const places = longestRise(values);
        places.forEach((place, i) => {
          const last = places[i - 1];
          if (last === undefined) return;
          expect(place > last && (values[place] ?? 0) > (values[last] ?? 0)).toBe(true);
        });
        expect(places).toHaveLength(longestByTrying(values));
      }),
    );
  });
});
