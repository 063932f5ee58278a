/**
 * The updates that one connection sends: which may pass, which wait, which end the session. Nothing is dropped
 * silently, because one update that is missing makes all later ones of that client wait for ever.
 */

import type { UpdateNews } from './claims.ts';
import type { Inbox } from './inbox.ts';
import type { Limits } from './limits.ts';
import type { Member, Room } from './room.ts';
import { readUpdateHeader } from './update-header.ts';

export interface IntakeParts {
  readonly member: Member;
  readonly canWrite: boolean;
  readonly room: Room;
  readonly inbox: Inbox;
  readonly limits: Limits;
  /** Asks the client for all that the server lacks. */
  readonly askForAll: () => void;
  readonly isKnown: (update: Uint8Array) => Promise<boolean | 'gone'>;
}

type Step = 'step2' | 'update';

const NOBODY_HAS = 'The update builds on content that nobody has.';

export class Intake {
  readonly #parts: IntakeParts;
  /** Updates that came before the SyncStep2 they build on. */
  #parked: Uint8Array[] | undefined;
  #parkedBytes = 0;
  #hasStep2 = false;
  #hasAskedAgain = false;
  #claimsLeft: number;
  #uncommitted: { readonly batch: number; readonly bytes: number }[] = [];
  #uncommittedBytes = 0;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
    this.#claimsLeft = parts.limits.claims;
  }

  /** Whether something that was received still waits for more from the client. */
  get isWaiting(): boolean {
    return this.#parked !== undefined;
  }

  take(kind: Step, update: Uint8Array) {
    const { limits, canWrite, room, member } = this.#parts;
    const largest = kind === 'step2' ? limits.step2Bytes : limits.updateBytes;
    if (update.length > largest) {
      const message = `A change may be ${largest} bytes long, and this one has ${update.length}.`;
      return member.refuse('tooLarge', message);
    }
    const header = readUpdateHeader(update);
    if (typeof header === 'string')
      return member.refuse('malformed', `The update cannot be read. ${header}`);
    if (kind === 'update' && this.#parked !== undefined) return this.#park(update);
    const news = room.claims.read(header, member.actor);
    if (news.fresh.length === 0 && header.deletions.length === 0) return this.#passed(kind);
    if (!canWrite) return this.#checkReader(kind, update, news);
    if (news.isForged) return this.#checkForged(kind, update);
    this.#takeNews(kind, update, news);
  }

  /** A claim by presence counts like one by an update. */
  claimForPresence(client: number): 'yes' | 'no' | 'too-many' {
    const { room, member } = this.#parts;
    if (room.claims.holderOf(client) === undefined) {
      if (this.#claimsLeft === 0) return 'too-many';
      this.#claimsLeft -= 1;
    }
    return room.claims.claimForPresence(client, member.actor) ? 'yes' : 'no';
  }

  onSettled(): void {
    const { room, inbox } = this.#parts;
    while (this.#uncommitted[0] !== undefined && this.#uncommitted[0].batch <= room.settled) {
      this.#uncommittedBytes -= this.#uncommitted.shift()?.bytes ?? 0;
    }
    if (!this.#isFull) inbox.release('disk');
  }

  /** The writer found that something of the last batch builds on what it lacks, and took none of it. */
  onPending() {
    if (this.#hasAskedAgain) return this.#parts.member.refuse('malformed', NOBODY_HAS);
    this.#askAgain();
    this.#parked ??= [];
  }

  get #isFull(): boolean {
    const { uncommittedBytes, uncommittedUpdates } = this.#parts.limits;
    return (
      this.#uncommittedBytes > uncommittedBytes || this.#uncommitted.length > uncommittedUpdates
    );
  }

  /** A reader may say what is known, and does so whenever it connects again. */
  #checkReader(kind: Step, update: Uint8Array, news: UpdateNews) {
    const { inbox, isKnown, member } = this.#parts;
    const refuse = (): void =>
      member.refuse('notAllowed', 'You can read this plan, but not change it.');
    if (news.fresh.length > 0) return refuse();
    inbox.hold('reader');
    isKnown(new Uint8Array(update)).then(
      (isOld) => {
        if (inbox.isClosed) return;
        if (isOld === true) this.#passed(kind);
        else refuse();
        inbox.release('reader');
      },
      () => member.refuse('tryLater', 'The plan cannot be read right now.'),
    );
  }

  /** What looks forged may be written by now: the log is asked before anybody is accused. */
  #checkForged(kind: Step, update: Uint8Array): void {
    const { inbox, member, room } = this.#parts;
    const copy = new Uint8Array(update);
    inbox.hold('forged');
    room.reread().then((isRead) => {
      if (inbox.isClosed) return;
      if (!isRead) return member.refuse('tryLater', 'The plan cannot be read right now.');
      const header = readUpdateHeader(copy);
      const news = typeof header === 'string' ? undefined : room.claims.read(header, member.actor);
      if (news === undefined || news.isForged) {
        member.refuse(
          'forgedClientId',
          'The change was made under the client id of somebody else.',
        );
      } else this.#takeNews(kind, copy, news);
      inbox.release('forged');
    });
  }

  #takeNews(kind: Step, update: Uint8Array, news: UpdateNews) {
    const { limits, member, room, inbox } = this.#parts;
    if (news.hasGap) return this.#takeGap(kind, update);
    if (news.advance > limits.clockAdvance) {
      return member.refuse('malformed', 'The update claims more content than anybody writes.');
    }
    const extra = kind === 'step2' && !this.#hasStep2 ? limits.step2Claims : 0;
    if (news.unclaimed.length > this.#claimsLeft + extra) {
      return member.refuse('abuse', 'The connection uses too many client ids.');
    }
    this.#claimsLeft -= Math.max(0, news.unclaimed.length - extra);
    this.#uncommitted.push({ batch: room.taking, bytes: update.length });
    room.take(member, update, news.fresh);
    this.#uncommittedBytes += update.length;
    if (this.#isFull) inbox.hold('disk');
    this.#passed(kind);
  }

  /** Somebody types while the connection is young: what was written offline follows in a SyncStep2. */
  #takeGap(kind: Step, update: Uint8Array) {
    if (kind === 'step2' || (this.#hasStep2 && this.#hasAskedAgain)) {
      return this.#parts.member.refuse('malformed', NOBODY_HAS);
    }
    if (this.#hasStep2) this.#askAgain();
    this.#parked ??= [];
    this.#park(update);
  }

  #park(update: Uint8Array) {
    this.#parkedBytes += update.length;
    if (this.#parkedBytes > this.#parts.limits.parkedBytes)
      return this.#parts.member.refuse('malformed', NOBODY_HAS);
    this.#parked?.push(new Uint8Array(update));
  }

  #passed(kind: Step): void {
    if (kind === 'update') return;
    this.#hasStep2 = true;
    const parked = this.#parked ?? [];
    this.#parked = undefined;
    this.#parkedBytes = 0;
    this.#parts.inbox.takeFirst([
      ...parked.map((update) => ({ kind: 'update', update }) as const),
      { kind: 'caught-up' },
    ]);
  }

  #askAgain(): void {
    this.#hasAskedAgain = true;
    this.#parts.askForAll();
  }
}
