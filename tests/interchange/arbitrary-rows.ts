/** Rows of a plan with texts that mean something to a reader, to Markdown or to both. */

import { type CalendarDate, fromDayNumber } from '@tandem/shared/plan/calendar-date';
import type {
  KeyDateId,
  OwnerId,
  StakeholderId,
  StepId,
  WorkstreamId,
} from '@tandem/shared/plan/ids';
import * as kinds from '@tandem/shared/plan/kinds';
import type { KeyDate, Owner, Stakeholder, Step } from '@tandem/shared/plan/plan';
import fc from 'fast-check';

const WORDS = (
  'Both¦TBD¦Seller¦Buyer¦None¦-¦Maya Stone¦Dana Ruiz¦Dana¦ + ¦ and ¦, ¦; ¦ / ¦(Northwind)¦' +
  '(buyer)¦Acme¦Northwind¦champion¦Legal¦IT¦CFO¦sends¦reviews¦ evaluates ¦ to solve ¦' +
  ' and makes a ¦ decision by ¦Blocked: needs ¦ from ¦needs¦2027-01-01¦3/4/27¦Week 3¦' +
  'Decision target¦: ¦ – ¦Why: ¦yes¦no¦Goal¦## Steps¦ROI: ¦[x] ¦[ ]¦[Champion]¦[date]¦](¦' +
  '**bold**¦_a_¦`c`¦~~s~~¦|¦\\¦\\|¦#¦- ¦1. ¦> ¦<br>¦<!-- text -->¦<b>¦&amp;¦&#32;¦' +
  'https://a.b/c_d¦www.a.b¦a@b.cd¦\n¦\n\n¦ ¦\t¦🚀¦é¦.¦"¦\'¦(¦)¦:¦…¦If all criteria pass: ¦' +
  '---¦```¦javascript:x'
).split('¦');
export const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join('').replace(/[\r\0]/g, ''))
  .filter((value) => value !== '');
export const maybe = fc.oneof(fc.constant(''), text);
export const day: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 20_000, max: 21_500 })
  .map(fromDayNumber);
export const flag = fc.boolean();

/** Leaves a field out now and then, as snapshots do. */
export function some<T extends object>(
  record: { [K in keyof T]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<Partial<T>> {
  return fc.record(record, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

export const stakeholder = (i: number): fc.Arbitrary<Stakeholder> =>
  fc
    .tuple(
      fc.record({
        name: maybe,
        title: maybe,
        responsibility: maybe,
        role: fc.constantFrom(...kinds.STAKEHOLDER_ROLES),
        signatory: flag,
      }),
      some<Pick<Stakeholder, 'party' | 'email'>>({
        party: fc.constantFrom(...kinds.PARTIES),
        email: text,
      }),
    )
    .map(([row, more]) => ({ ...row, ...more, id: `person${i}xxxxxxxxx` as StakeholderId }));

/** An owner is a person, or a party with a label or without, or a label. */
export const ownersOf = (people: number): fc.Arbitrary<readonly Owner[]> =>
  fc
    .array(
      fc.tuple(
        fc.oneof(
          ...(people > 0
            ? [
                fc
                  .nat(people - 1)
                  .map((i) => ({ stakeholder: `person${i}xxxxxxxxx` as StakeholderId })),
              ]
            : []),
          fc.record({ party: fc.constantFrom(...kinds.PARTIES) }),
          fc.record({ party: fc.constantFrom(...kinds.PARTIES), label: text }),
          fc.record({ label: text }),
        ),
        some<{ does: string }>({ does: text }),
      ),
      { maxLength: 3 },
    )
    .map((rows) =>
      rows.map(([owner, more], i) => ({ id: `owner${i}` as OwnerId, ...owner, ...more })),
    );

export const stepOf = (
  i: number,
  steps: number,
  people: number,
  streams: number,
): fc.Arbitrary<Step> =>
  fc
    .tuple(
      fc.record({
        title: maybe,
        deliverable: maybe,
        notes: maybe,
        optional: flag,
        owners: ownersOf(people),
        type: fc.constantFrom(...kinds.STEP_TYPES),
        kind: fc.constantFrom(...kinds.STEP_KINDS),
        predecessors: fc.uniqueArray(
          fc.nat(steps - 1).filter((other) => other !== i),
          { maxLength: steps === 1 ? 0 : 2 },
        ),
        assumptions: fc.subarray([...kinds.ASSUMABLE_FIELDS]),
        status: fc.constantFrom(...kinds.STEP_STATUSES),
      }),
      some<Pick<Step, 'start' | 'due' | 'duration' | 'leadTime' | 'weeks' | 'dueReason'>>({
        start: day,
        due: day,
        duration: fc.nat(500),
        leadTime: fc.nat(500),
        dueReason: text,
        weeks: fc
          .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(9))
          .map(([first, more]) => ({ first, last: first + more })),
      }),
      fc.tuple(
        maybe,
        fc.oneof(text, fc.constant('person0xxxxxxxxx')),
        flag,
        flag,
        flag,
        text,
        flag,
      ),
      fc.tuple(
        fc.option(fc.nat(Math.max(0, people - 1))),
        fc.option(fc.nat(Math.max(0, streams - 1))),
      ),
    )
    .map(
      ([row, more, [needs, from, hasCause, hasFrom, pinned, why, hasWhy], [approver, stream]]) => ({
        ...row,
        ...more,
        id: `step${i}xxxxxxxxxxx` as StepId,
        predecessors: row.predecessors.map((other) => `step${other}xxxxxxxxxxx` as StepId),
        ...(row.status === 'blocked' && hasCause
          ? { blocked: { needs, ...(hasFrom ? { from } : {}) } }
          : {}),
        pinned,
        ...(pinned && hasWhy ? { pinnedWhy: why } : {}),
        ...(approver !== null && people > 0
          ? { approver: `person${approver}xxxxxxxxx` as StakeholderId }
          : {}),
        ...(stream !== null && streams > 0
          ? { workstream: `stream${stream}` as WorkstreamId }
          : {}),
      }),
    );

export const keyDates: fc.Arbitrary<readonly KeyDate[]> = fc
  .tuple(
    fc.shuffledSubarray(['evaluation-start', 'decision', 'signature', 'go-live', 'own1', 'own2'], {
      minLength: 6,
    }),
    fc.nat(2),
    fc.array(
      fc.tuple(
        text,
        maybe,
        some<Pick<KeyDate, 'date' | 'dateReason'>>({ date: day, dateReason: text }),
      ),
      { minLength: 6, maxLength: 6 },
    ),
    flag,
  )
  .map(([ids, own, rows, usual]) =>
    ids
      .filter((id) => !id.startsWith('own') || Number(id.slice(3)) <= own)
      .map((id, i) => {
        const [label, why, more] = rows[i] ?? ['x', '', {}];
        const plain = { id: id as KeyDateId, label: 'Signature target', why: '' };
        return usual && id === 'signature' ? plain : { id: id as KeyDateId, label, why, ...more };
      }),
  );
