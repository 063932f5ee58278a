/** Carries presence to a room's members: once a turn, built once for all who have no part in it. */

import { awarenessFrame } from './messages.ts';
import { Presence, type Present } from './presence.ts';

export interface PresenceReader extends Present {
  readonly relay: (frame: Buffer) => void;
}

export class PresenceRelay {
  readonly #members: ReadonlySet<PresenceReader>;
  readonly #presence = new Presence();
  #isDue = false;

  constructor(members: ReadonlySet<PresenceReader>) {
    this.#members = members;
  }

  take(from: PresenceReader, frame: Uint8Array): 'taken' | 'malformed' | 'too-many' {
    const outcome = this.#presence.take(from, frame);
    this.#relaySoon();
    return outcome;
  }

  leave(gone: PresenceReader): void {
    this.#presence.leave(gone);
    this.#relaySoon();
  }

  /** Everybody who is there, for one who asks. */
  sendAll(reader: PresenceReader): void {
    this.#send(reader, this.#presence.everybody());
  }

  #relaySoon(): void {
    if (this.#isDue || !this.#presence.hasChanged) return;
    this.#isDue = true;
    setImmediate(() => {
      this.#isDue = false;
      const changed = this.#presence.takeChanged();
      let forAll: Buffer | undefined;
      for (const member of this.#members) {
        if (changed.some((client) => this.#presence.isHeldBy(client, member)))
          this.#send(member, changed);
        else {
          forAll ??= awarenessFrame(this.#presence.encode(changed));
          member.relay(forAll);
        }
      }
    });
  }

  /** Nobody is told of themselves. */
  #send(reader: PresenceReader, clients: readonly number[]): void {
    const others = clients.filter((client) => !this.#presence.isHeldBy(client, reader));
    if (others.length > 0) reader.relay(awarenessFrame(this.#presence.encode(others)));
  }
}
