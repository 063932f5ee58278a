import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neighbourOf, nextPosition, positionBelow } from './grid-moves.ts';

/** A heading of one cell above rows of five, and one between them. */
const shapeOf = (widths: readonly number[]) => ({
  rows: widths.length,
  widthOf: (row: number) => widths[row] ?? 0,
});
const shape = shapeOf([1, 5, 5, 1, 5]);
const press = (key: string, row: number, column: number, isCtrl = false, wanted = column) =>
  nextPosition(shape, { row, column }, wanted, { key, isCtrl });

describe('in a grid', () => {
  test('who fills in a column goes past headings, and stops at the end', () => {
    expect(positionBelow(shape, { row: 2, column: 1 })).toEqual({ row: 4, column: 1 });
    expect(positionBelow(shape, { row: 0, column: 0 })).toEqual({ row: 1, column: 0 });
    expect(positionBelow(shape, { row: 4, column: 1 })).toEqual({ row: 4, column: 1 });
  });

  test('arrows go one cell and stop at the edges', () => {
    expect(press('ArrowRight', 1, 1)).toEqual({ row: 1, column: 2 });
    expect(press('ArrowRight', 1, 4)).toEqual({ row: 1, column: 4 });
    expect(press('ArrowUp', 0, 0)).toEqual({ row: 0, column: 0 });
    expect(press('ArrowDown', 4, 3)).toEqual({ row: 4, column: 3 });
  });

  test('a heading on the way does not lose the column', () => {
    expect(press('ArrowDown', 2, 3)).toEqual({ row: 3, column: 0 });
    expect(press('ArrowDown', 3, 0, false, 3)).toEqual({ row: 4, column: 3 });
  });

  test('Home and End go to the ends of the row, with Ctrl of the grid', () => {
    expect(press('Home', 2, 3)).toEqual({ row: 2, column: 0 });
    expect(press('End', 2, 1)).toEqual({ row: 2, column: 4 });
    expect(press('Home', 2, 3, true)).toEqual({ row: 0, column: 0 });
    expect(press('End', 1, 1, true)).toEqual({ row: 4, column: 4 });
  });

  test('other keys mean nothing', () => {
    expect(press('a', 1, 1)).toBeUndefined();
  });

  test('Tab reads on into the next row and ends behind the last cell', () => {
    expect(neighbourOf(shape, { row: 1, column: 4 }, 1)).toEqual({ row: 2, column: 0 });
    expect(neighbourOf(shape, { row: 1, column: 0 }, -1)).toEqual({ row: 0, column: 0 });
    expect(neighbourOf(shape, { row: 4, column: 4 }, 1)).toBeUndefined();
    expect(neighbourOf(shape, { row: 0, column: 0 }, -1)).toBeUndefined();
  });

  test('no key leads out of the grid', () => {
    const keys = [
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 30 }),
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 }),
        (rows, presses) => {
          let at = { row: 0, column: 0 };
          for (const [key, isCtrl] of presses) {
            at = nextPosition(shapeOf(rows), at, at.column, { key, isCtrl }) ?? at;
            expect(at.row).toBeLessThan(rows.length);
            expect(at.column).toBeLessThan(rows[at.row] ?? 0);
            expect(Math.min(at.row, at.column)).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});
