/** What a room keeps of its plan to let clients in: a snapshot's bytes and the log after it, ready framed. */

import type { Revision } from '@tandem/shared/plan/ids';
import * as Y from 'yjs';
import type { OpenedPlan } from '../writer/writer.ts';
import { step2Frame, updateFrame } from './messages.ts';

export type StateVector = Map<number, number>;

export class LogCopy {
  readonly #snapshot: Uint8Array;
  readonly #snapshotRevision: Revision;
  readonly #vector: StateVector;
  readonly #tail: { readonly revision: Revision; readonly frame: Buffer }[];
  #tailBytes = 0;
  /** For whoever has the snapshot's structs already: its deletions only. */
  #deletionsFrame: Buffer | undefined;
  /** For whoever has nothing. */
  #wholeFrame: Buffer | undefined;

  constructor(opened: OpenedPlan) {
    this.#snapshot = opened.snapshot;
    this.#snapshotRevision = opened.snapshotRevision;
    this.#vector = Y.decodeStateVector(opened.stateVector);
    this.#tail = opened.tail.map((update, index) => ({
      revision: (opened.snapshotRevision + index + 1) as Revision,
      frame: updateFrame(update),
    }));
    this.#tailBytes = opened.tail.reduce((sum, { length }) => sum + length, 0);
  }

  get tailFrames(): number {
    return this.#tail.length;
  }

  get tailBytes(): number {
    return this.#tailBytes;
  }

  append(revision: Revision, frames: readonly Buffer[]): void {
    for (const frame of frames) {
      this.#tail.push({ revision, frame });
      this.#tailBytes += frame.length;
    }
  }

  /** A SyncStep2, and behind it the tail: no merging, which costs as much as the whole document each time. */
  framesFor(vector: StateVector): Buffer[] {
    return [this.#step2For(vector), ...this.#tail.map(({ frame }) => frame)];
  }

  /** What came after a revision, where the tail reaches back so far. */
  framesAfter(revision: Revision): Buffer[] | undefined {
    if (revision < this.#snapshotRevision) return undefined;
    return this.#tail.filter((entry) => entry.revision > revision).map(({ frame }) => frame);
  }

  #step2For(vector: StateVector): Buffer {
    if (vector.size === 0) {
      this.#wholeFrame ??= step2Frame(this.#snapshot);
      return this.#wholeFrame;
    }
    const hasAll = [...this.#vector].every(([client, clock]) => (vector.get(client) ?? 0) >= clock);
    if (!hasAll) return step2Frame(Y.diffUpdate(this.#snapshot, Y.encodeStateVector(vector)));
    // Equal clocks do not mean equal deletions: these always go along.
    this.#deletionsFrame ??= step2Frame(
      Y.diffUpdate(this.#snapshot, Y.encodeStateVector(this.#vector)),
    );
    return this.#deletionsFrame;
  }
}
