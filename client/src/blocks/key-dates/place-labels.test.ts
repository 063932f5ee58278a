import { addDays, type CalendarDate } from '@tandem/shared/plan/calendar-date';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels, type TrackPoint } from './place-labels.ts';

const start = '2027-01-11' as CalendarDate;
const point = (id: string, day: number, width = 80): TrackPoint => ({
  id,
  date: addDays(start, day),
  width,
});

test('dots stand in proportion to their dates', () => {
  const placed = placeLabels([point('a', 0), point('b', 50), point('c', 100)], 680);
  expect(placed.map(({ id, x }) => [id, x])).toEqual([
    ['a', 40],
    ['b', 340],
    ['c', 640],
  ]);
  expect(placed.every(({ lane }) => lane === 0)).toBe(true);
});

test('labels that would touch go one lower, and the next one comes up again', () => {
  const placed = placeLabels([point('a', 0), point('b', 5), point('c', 50), point('d', 100)], 680);
  expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 0, 0]);
});

test('one date stands in the middle, none nowhere', () => {
  expect(placeLabels([point('a', 3)], 600)[0]?.x).toBe(300);
  expect(placeLabels([], 600)).toEqual([]);
});

test('labels of a lane never touch, and dots keep the order of time', () => {
  const points = fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 20, max: 140 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(points, fc.integer({ min: 300, max: 900 }), (some, width) => {
      const given = some.map(([day, size], i) => point(String(i), day, size));
      const placed = placeLabels(given, width);
      const sizes = new Map(given.map((one) => [one.id, one.width]));
      placed.forEach((one, i) => {
        const before = placed[i - 1];
        if (before) expect(one.x).toBeGreaterThanOrEqual(before.x);
        for (const other of placed.slice(0, i)) {
          if (other.lane !== one.lane) continue;
          const room = ((sizes.get(one.id) ?? 0) + (sizes.get(other.id) ?? 0)) / 2;
          expect(Math.abs(one.labelX - other.labelX)).toBeGreaterThanOrEqual(room);
        }
      });
    }),
  );
});
