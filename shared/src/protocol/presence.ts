/** What a browser tells others about itself through awareness. The server overwrites `user` with the session's. */

import type { Party } from '../plan/kinds.ts';
import type { Subject } from '../plan/plan.ts';

export interface PresenceUser {
  readonly actor: string;
  readonly name: string;
  readonly party: Party;
  /** Six hex digits; the caret plugin knows no other form. */
  readonly color: string;
}

export interface Presence {
  readonly user?: PresenceUser;
  /** The cell that has the focus. */
  readonly focus?: Subject | null;
  /** Set by the editors: relative positions of the selection. */
  readonly cursor?: unknown;
}

/** Bytes of one awareness entry, its JSON. */
export const LARGEST_PRESENCE = 4096;
