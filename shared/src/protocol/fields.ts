/**
 * The building blocks of the HTTP schemas. Ids and dates are any string here: whether one is known and
 * possible is for `doc/apply-edit` to say, which answers 422 with a sentence instead of a 400.
 */

import { z } from 'zod';
import type { CalendarDate, Weekday } from '../plan/calendar-date.ts';
import { ASSUMABLE_FIELDS, PARTIES } from '../plan/kinds.ts';

/** A string with a brand: zod checks the string, the brand is for the compiler. */
export function branded<Text extends string>(): z.ZodType<Text, Text> {
  return z.string() as unknown as z.ZodType<Text, Text>;
}

export const date = branded<CalendarDate>().meta({
  description: 'A calendar date without zone, YYYY-MM-DD',
  examples: ['2027-03-31'],
});

export const party = z.enum(PARTIES);
export const assumptions = z.array(z.enum(ASSUMABLE_FIELDS));
export const weeks = z.object({ first: z.number(), last: z.number() });
export const blocked = z.object({ needs: z.string(), from: z.string().exactOptional() });
export const confirmation = z.object({ by: z.string(), party, at: z.string() });
export const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]) satisfies z.ZodType<Weekday>;
