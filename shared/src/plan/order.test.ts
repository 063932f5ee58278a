import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chance } from './ids.ts';
import {
  compareOrdered,
  freshKeys,
  type Ordered,
  type OrderKey,
  parseOrderKey,
  placeAfter,
} from './order.ts';

function seeded(seed: number): Chance {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
const chances = fc.oneof(
  fc.integer().map(seeded),
  fc.constant<Chance>(() => 0),
  fc.constant<Chance>(() => 0.999_999),
);

/** Good keys, keys that only look like one, and what a broken or hostile client may write. */
const anyKey = fc
  .oneof(
    fc.constantFrom('a0', 'a1', 'a0V', 'a0VV', 'a1V', 'Zz', 'Zzz0', 'a00', 'A', '', '\u{10ffff}'),
    fc.constantFrom(
      `A${'0'.repeat(26)}`,
      `A${'0'.repeat(26)}V`,
      `A${'0'.repeat(25)}1`,
      `z${'z'.repeat(26)}`,
      `z${'z'.repeat(26)}V`,
    ),
    fc.string({ unit: fc.constantFrom(...'0AVZaz9é~! '), maxLength: 6 }).map((tail) => `a0${tail}`),
    fc.string({ unit: fc.constantFrom(...'0AVZaz9é~! '), maxLength: 8 }),
    fc.integer({ min: 60, max: 300 }).map((length) => `a0${'z'.repeat(length)}`),
  )
  .map((text) => text as OrderKey);
const anyRows = fc
  .array(anyKey, { maxLength: 9 })
  .map((keys) => keys.map((order, i): Ordered => ({ id: `r${i}`, order })));
const inOrder = anyRows.map((rows) => [...rows].sort(compareOrdered));

const names = (rows: readonly Ordered[]) => rows.map(({ id }) => id);

/** The list after an insertion, as every reader sorts it. */
function inserted(
  rows: readonly Ordered[],
  after: string | null,
  chance: Chance,
  id = 'new',
): Ordered[] {
  const { order, rekeyed } = placeAfter(rows, after, chance);
  const anew = new Map(rekeyed.map((row) => [row.id, row.order]));
  const all = rows.map((row) => ({ ...row, order: anew.get(row.id) ?? row.order }));
  return [...all, { id, order }].sort(compareOrdered);
}

/** The ids as they were asked for. */
function asked(rows: readonly Ordered[], place: number): string[] {
  return [...names(rows.slice(0, place)), 'new', ...names(rows.slice(place))];
}

describe('placeAfter', () => {
  it('[D3] puts the row exactly where it was asked for, whatever keys the list holds', () => {
    fc.assert(
      fc.property(inOrder, fc.nat(), chances, (rows, n, chance) => {
        const place = n % (rows.length + 1);
        const after = rows[place - 1]?.id ?? null;
        expect(names(inserted(rows, after, chance))).toEqual(asked(rows, place));
      }),
      { numRuns: 2000 },
    );
  });

  it('does so even in a list whose keys contradict its order', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(), chances, (rows, n, chance) => {
        const place = n % (rows.length + 1);
        const after = rows[place - 1]?.id ?? null;
        expect(names(inserted(rows, after, chance))).toEqual(asked(rows, place));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives keys that are keys, none too long, and rekeys each row once at most', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(), chances, (rows, n, chance) => {
        const after = rows[(n % (rows.length + 1)) - 1]?.id ?? null;
        const { order, rekeyed } = placeAfter(rows, after, chance);
        expect(new Set(names(rekeyed)).size).toBe(rekeyed.length);
        expect(names(rows)).toEqual(expect.arrayContaining(names(rekeyed)));
        for (const key of [order, ...rekeyed.map((row) => row.order)]) {
          expect(parseOrderKey(key)).toBe(key);
          expect(key.length).toBeLessThanOrEqual(64);
        }
      }),
    );
  });

  it('leaves all other rows alone where there is room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.nat(), chances, (count, n, chance) => {
        const rows = freshKeys(count, chance).map((order, i): Ordered => ({ id: `r${i}`, order }));
        const after = rows[(n % (count + 1)) - 1]?.id ?? null;
        expect(placeAfter(rows, after, chance).rekeyed).toEqual([]);
      }),
    );
  });

  it('makes room inside a tied run and touches nothing outside it', () => {
    const key = (text: string) => text as OrderKey;
    const rows: Ordered[] = [
      { id: 'a', order: key('a0V') },
      { id: 'b', order: key('a1V') },
      { id: 'c', order: key('a1V') },
      { id: 'd', order: key('a1V') },
      { id: 'e', order: key('a2V') },
    ];
    const { rekeyed } = placeAfter(rows, 'b', seeded(1));
    expect(names(rekeyed)).toEqual(['c', 'd']);
    expect(names(inserted(rows, 'b', seeded(1)))).toEqual(['a', 'b', 'new', 'c', 'd', 'e']);
  });

  it('puts a row behind ones whose place is unknown', () => {
    const last = '\u{10ffff}' as OrderKey;
    const rows: Ordered[] = [
      { id: 'a', order: 'a0V' as OrderKey },
      { id: 'x', order: last },
      { id: 'y', order: last },
    ];
    expect(names(inserted(rows, 'x', seeded(1)))).toEqual(['a', 'x', 'new', 'y']);
    expect(names(inserted(rows, 'y', seeded(1)))).toEqual(['a', 'x', 'y', 'new']);
  });

  it('takes null for first and an unknown row for last', () => {
    const rows = freshKeys(2, seeded(1)).map((order, i): Ordered => ({ id: `r${i}`, order }));
    expect(names(inserted(rows, null, seeded(2)))).toEqual(['new', 'r0', 'r1']);
    expect(names(inserted(rows, 'gone', seeded(2)))).toEqual(['r0', 'r1', 'new']);
    expect(names(inserted([], 'gone', seeded(2)))).toEqual(['new']);
  });

  it.each([
    ['always behind the first', (rows: readonly Ordered[]) => rows[0]?.id ?? null],
    ['always first', () => null],
    ['always before the last', (rows: readonly Ordered[]) => rows.at(-2)?.id ?? null],
    ['always last', (rows: readonly Ordered[]) => rows.at(-1)?.id ?? null],
  ])('keeps keys short in a long run of insertions %s', (_, where) => {
    const chance = seeded(3);
    let rows: Ordered[] = freshKeys(2, chance).map((order, i) => ({ id: `r${i}`, order }));
    let rekeyed = 0;
    for (let i = 0; i < 400; i += 1) {
      const after = where(rows);
      const place = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1;
      rekeyed += placeAfter(rows, after, chance).rekeyed.length;
      const id = `n${i}`;
      const want = [...names(rows.slice(0, place)), id, ...names(rows.slice(place))];
      rows = inserted(rows, after, chance, id);
      expect(names(rows)).toEqual(want);
    }
    expect(Math.max(...rows.map(({ order }) => order.length))).toBeLessThanOrEqual(64);
    // Paid for rarely: over the run, a few writes for each insertion at most.
    expect(rekeyed).toBeLessThan(400 * 4);
  });

  it('is quick in a long run of equal keys', () => {
    const rows = Array.from(
      { length: 5_000 },
      (_, i): Ordered => ({ id: String(i).padStart(4, '0'), order: 'a1V' as OrderKey }),
    );
    expect(names(inserted(rows, '0000', seeded(4))).slice(0, 3)).toEqual(['0000', 'new', '0001']);
  });
});

describe('two people at one place', () => {
  it('get different keys, both between the neighbours', () => {
    const rows = freshKeys(2, seeded(1)).map((order, i): Ordered => ({ id: `r${i}`, order }));
    const [one, two] = [placeAfter(rows, 'r0', seeded(10)), placeAfter(rows, 'r0', seeded(11))];
    expect(one.order).not.toBe(two.order);
    const all = [...rows, { id: 'one', order: one.order }, { id: 'two', order: two.order }].sort(
      compareOrdered,
    );
    expect([names(all)[0], names(all)[3]]).toEqual(['r0', 'r1']);
  });
});

describe('freshKeys', () => {
  it('are in order, short and as many as asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), chances, (count, chance) => {
        const keys = freshKeys(count, chance);
        expect(keys).toHaveLength(count);
        expect(keys).toEqual([...new Set(keys)].sort());
        expect(keys.every((key) => parseOrderKey(key) === key && key.length <= 8)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('parseOrderKey', () => {
  it.each(['a0', 'a0V', 'Zz', 'a1xyV'])('takes %s', (key) => {
    expect(parseOrderKey(key)).toBe(key);
  });

  it.each([
    '',
    'a',
    'a0é',
    'a0~',
    '0',
    '!a0',
    'a00',
    'a0V0',
    `A${'0'.repeat(26)}`,
    '\u{10ffff}',
    `a0${'V'.repeat(300)}`,
    7,
    null,
    undefined,
    {},
  ])('refuses %o', (key) => {
    expect(parseOrderKey(key)).toBeUndefined();
  });
});

describe('compareOrdered', () => {
  it('orders by key, then by id, the same from both sides', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const a of rows) {
          for (const b of rows) {
            expect(compareOrdered(a, b) + compareOrdered(b, a)).toBe(0);
            if (a.id !== b.id) expect(compareOrdered(a, b)).not.toBe(0);
          }
        }
      }),
    );
  });
});
