/** The wire side of sync, as the rest of the server sees it. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { PlanId } from '@tandem/shared/plan/ids';
import type { Party } from '@tandem/shared/plan/kinds';
import type { CloseReason, Notice } from '@tandem/shared/protocol/sync';
import type { WebSocket } from 'ws';
import type { ActorId, EditsResult } from '../writer/writer.ts';

export type Role = 'viewer' | 'commenter' | 'editor' | 'member';

/** Who is on the other end of a socket, as access found it before the first document byte. */
export interface SessionIdentity {
  /** The session (cookie or token) behind the socket: revoking it closes the socket. */
  readonly session: string;
  readonly actor: ActorId;
  readonly name: string;
  readonly party: Party;
  readonly role: Role;
  /** The link by which the actor is here, where there is one. */
  readonly link?: string;
  /** ISO 8601, UTC: the socket is closed then. */
  readonly expiresAt?: string;
}

export interface Attachment {
  readonly plan: PlanId;
  readonly identity: SessionIdentity;
  /** What the client said of itself in the URL; absent or malformed is `undefined`. */
  readonly schema: number | undefined;
  readonly epoch: number | undefined;
}

export interface SyncServer {
  /** Takes over an accepted socket. Gates schema and epoch, joins the room, speaks the protocol until it closes. */
  attach(socket: WebSocket, attachment: Attachment): void;
  /** Tells a socket why it is not let in, and closes it: used for everything that plain HTTP does not refuse. */
  refuse(socket: WebSocket, reason: CloseReason, message: string): void;
  /** Closes every open socket that the predicate names, with reason and words. Resolves when all were told. */
  closeWhere(
    matches: (attachment: Attachment) => boolean,
    reason: CloseReason,
    message: string,
  ): void;
  /** Applies edits through the plan's room, in order with what clients send, and relays them. */
  applyEdits(plan: PlanId, edits: readonly PlanEdit[], actor: ActorId): Promise<EditsResult>;
  /** Sends a notice to every socket of a plan, to one party's only where said. */
  notify(plan: PlanId, notice: Notice, party?: Party): void;
  /** Stops taking in, commits and acknowledges what came, closes all with 1012. */
  close(): Promise<void>;
}
