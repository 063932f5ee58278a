/** Ids and chance. `shared` has no randomness of its own: whoever calls brings it, and tests bring a seeded one. */

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

export type PlanId = Brand<'PlanId'>;
export type StepId = Brand<'StepId'>;
export type StakeholderId = Brand<'StakeholderId'>;
export type CriterionId = Brand<'CriterionId'>;
export type RiskId = Brand<'RiskId'>;
export type ResourceId = Brand<'ResourceId'>;
export type RequirementId = Brand<'RequirementId'>;
export type WorkstreamId = Brand<'WorkstreamId'>;
export type GlossaryEntryId = Brand<'GlossaryEntryId'>;
export type KeyDateId = Brand<'KeyDateId'>;
/** One entry of an owner set: not the person, the place that the person takes. */
export type OwnerId = Brand<'OwnerId'>;
/** Shared by all writes of one `PlanEdit`; the ledger groups and explains by it. */
export type EditId = Brand<'EditId'>;
/** A plan's position in its log: 1, 2, 3 … */
export type Revision = number & { readonly [brand]: 'Revision' };

/** A number from 0 (inclusive) to 1 (exclusive), as `Math.random` gives. */
export type Chance = () => number;

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 16 characters of 62 are 95 bits: no two clients meet. */
const ID_LENGTH = 16;
/** Ids travel in URLs, ledger queries (`kind:id:field`) and mute keys (`rule|kind|id|field`): no separators in them. */
const ID_SHAPE = /^[A-Za-z0-9_-]{1,64}$/;

export function randomText(chance: Chance, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += 1)
    text += ALPHABET[Math.floor(chance() * ALPHABET.length)] ?? '0';
  return text;
}

export function newId<Id extends string>(chance: Chance): Id {
  return randomText(chance, ID_LENGTH) as Id;
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_SHAPE.test(value);
}
