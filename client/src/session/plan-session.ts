/**
 * One plan open in this browser: the document, its undo stack and its reader, without React and without a
 * network. `live-session` adds the server, the local store and what is saved.
 */

import type { EditOutcome } from '@tandem/shared/doc/apply-edit';
import type { PlanReading } from '@tandem/shared/doc/plan-reader';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { PlanSnapshot, RowKind, Subject } from '@tandem/shared/plan/plan';
import type { Presence, PresenceUser } from '@tandem/shared/protocol/presence';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc, XmlFragment } from 'yjs';
import type { Role } from './role.ts';
import type { Writer } from './who-wrote.ts';

/** Somebody else who has this plan open. One person with two tabs is two. */
export interface Peer extends Presence {
  readonly clientId: number;
  readonly user: PresenceUser;
}

/** What the quiet place in the top bar says. */
export type SavedState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly waiting: number }
  /** The server refused; the session is over and says why. What was not saved can be copied. */
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly unsaved: number;
    };

export interface PlanSession {
  readonly me: PresenceUser;
  readonly role: Role;
  readonly canEdit: boolean;

  /** The plan now; the same object as before where nothing changed. For `useSyncExternalStore`. */
  readonly reading: () => PlanReading;
  readonly subscribe: (listener: () => void) => () => void;

  /** One structured change, one entry on the undo stack; adds are born so that undo removes them. */
  readonly edit: (edit: PlanEdit) => EditOutcome;
  /** Several, taken back together. Stops at the first refusal. */
  readonly editAll: (edits: readonly PlanEdit[]) => EditOutcome;
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly subscribeUndo: (listener: () => void) => () => void;

  readonly peers: () => readonly Peer[];
  readonly subscribePeers: (listener: () => void) => () => void;
  /** Tells the others which cell has the focus; null when none has. */
  readonly focusOn: (subject: Subject | null) => void;

  /** Who gave a field of a row its present value. */
  readonly whoWrote: (kind: RowKind, id: string, field: string) => Writer;

  readonly savedState: () => SavedState;
  readonly subscribeSaved: (listener: () => void) => () => void;

  /** For `client/src/editor` only: what a Tiptap editor binds to. Blocks and cells never see Yjs. */
  readonly binding: {
    readonly doc: Doc;
    readonly awareness: Awareness;
    readonly textCell: (subject: Subject) => XmlFragment | undefined;
    /** An undo manager that survives the unmounting of any one editor. */
    readonly undoManager: () => unknown;
  };

  readonly close: () => void;
}

export type PlanSelector<T> = (plan: PlanSnapshot) => T;
