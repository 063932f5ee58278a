import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { PlanEdit } from '../plan/edit.ts';
import type { PlanSnapshot } from '../plan/plan.ts';
import { parsePlanEdit, type planEdit } from './edits.ts';
import type { planSnapshot } from './snapshot.ts';

/** One spelling for types that say the same: intersections flattened, everything readonly. */
type Spelled<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Spelled<Item>[]
    : { readonly [Key in keyof T]: Spelled<T[Key]> };

type PartOf<Union, Type> = Union extends { readonly type: Type } ? Spelled<Union> : never;
type ByType<Union extends { readonly type: string }> = {
  [Type in Union['type']]: PartOf<Union, Type>;
};

test('the schema of an edit is exactly the union of the domain, optional fields included', () => {
  expectTypeOf<ByType<z.output<typeof planEdit>>>().toEqualTypeOf<ByType<PlanEdit>>();
  expectTypeOf<ByType<z.input<typeof planEdit>>>().toEqualTypeOf<ByType<PlanEdit>>();
});

test('the schema of a plan is exactly the snapshot of the domain', () => {
  type Shallow<T> = Omit<T, 'narrative'>;
  expectTypeOf<Spelled<Shallow<z.output<typeof planSnapshot>>>>().toEqualTypeOf<
    Spelled<Shallow<PlanSnapshot>>
  >();
});

test('an edit is told by its type, and fields that nobody knows are left out', () => {
  const parsed = parsePlanEdit({ type: 'step/set-due', step: 's1', due: '2027-02-30', more: 1 });
  expect(parsed.data).toEqual({ type: 'step/set-due', step: 's1', due: '2027-02-30' });
  expect(parsePlanEdit({ type: 'step/explode', step: 's1' }).success).toBe(false);
  expect(parsePlanEdit({ type: 'step/set-due', step: 's1' }).success).toBe(false);
  expect(parsePlanEdit({ type: 'step/set-due', step: 's1', due: undefined }).success).toBe(false);
});
