import type { Party } from '@tandem/shared/plan/kinds';
import type { PresenceUser } from '@tandem/shared/protocol/presence';
import type { SessionIdentity } from './sync.ts';

const COLORS: Readonly<Record<Party, string>> = { seller: '#3b5bdb', buyer: '#0b7a63' };

/** How the others see whoever is behind a socket. */
export function presenceUser({ actor, name, party }: SessionIdentity): PresenceUser {
  return { actor, name, party, color: COLORS[party] };
}
