/** What the schemas of edits have in common. */

import { z } from 'zod';
import type { Cause } from '../plan/edit.ts';
import type { OwnerId, StakeholderId } from '../plan/ids.ts';
import { branded, date, party } from './fields.ts';

const stakeholder = branded<StakeholderId>();

export const text = z.string();
export const maybeText = text.exactOptional();
export const maybeDate = date.nullable().exactOptional();

export const cause = z.union([
  z.templateLiteral(['cascade:', z.string()]),
  z.templateLiteral(['fix:', z.string()]),
  z.enum(['import', 'template', 'restore']),
]) satisfies z.ZodType<Cause>;
export const explained = { reason: maybeText, cause: cause.exactOptional() };

export const owners = z.array(
  z.object({
    id: branded<OwnerId>().exactOptional(),
    stakeholder: stakeholder.exactOptional(),
    party: party.exactOptional(),
    label: maybeText,
    does: maybeText,
  }),
);
export const maybeOwners = owners.exactOptional();

/** Absent: last; null: first. */
export function after<Id>(id: z.ZodType<Id, Id>) {
  return { after: id.nullable().exactOptional() };
}

export function edit<const Type extends string, Shape extends z.ZodRawShape>(
  type: Type,
  shape: Shape,
) {
  return z.object({ type: z.literal(type), ...shape });
}
