import type { Party } from '@tandem/shared/plan/kinds';
import type { Clock } from '../clock.ts';
import type { ActorRow, Storage } from '../storage/storage.ts';

/** What deciding who may do what needs. */
export interface AccessContext {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly sessionSecret: string;
  /** Counts the links that were revoked: who is let in meanwhile must be asked again. */
  readonly revocations: { count: number };
}

/** A member is always of the seller's party, a guest of its link's. */
export function partyOf(actor: ActorRow): Party {
  return actor.party ?? 'seller';
}

export function hasPassed(instant: string | null, clock: Clock): boolean {
  return instant !== null && Date.parse(instant) <= clock.now().getTime();
}
