/** One socket: what comes in goes its way in order, what it is owed goes out. */

import type { Revision } from '@tandem/shared/plan/ids';
import type { PresenceUser } from '@tandem/shared/protocol/presence';
import { CLOSE, type CloseReason, isPermanentClose } from '@tandem/shared/protocol/sync';
import type { RawData, WebSocket } from 'ws';
import * as Y from 'yjs';
import type { ActorId, Writer } from '../writer/writer.ts';
import { Inbox } from './inbox.ts';
import { Intake } from './intake.ts';
import type { Limits } from './limits.ts';
import type { StateVector } from './log-copy.ts';
import { barrierFrame, type Message, readMessage, refusalFrame, step1Frame } from './messages.ts';
import { Outbox } from './outbox.ts';
import { OwedBarriers } from './owed-barriers.ts';
import { PresencePace } from './presence-pace.ts';
import { presenceUser } from './presence-user.ts';
import type { Member, Room } from './room.ts';
import type { Attachment } from './sync.ts';

export interface ConnectionParts {
  readonly writer: Writer;
  readonly limits: Limits;
  /** Milliseconds, for intervals. */
  readonly now: () => number;
}

export class Connection implements Member {
  readonly id: number;
  readonly attachment: Attachment;
  readonly actor: ActorId;
  readonly user: PresenceUser;
  readonly outbox: Outbox;
  closedAt: number | undefined;
  /** Since when, and with how much before it, the socket gets nothing because it does not read. */
  behind: { readonly since: number; readonly bytes: number } | undefined;

  readonly #socket: WebSocket;
  readonly #parts: ConnectionParts;
  readonly #inbox: Inbox;
  #room: Room | undefined;
  #intake: Intake | undefined;
  readonly #barriers = new OwedBarriers();
  /** SyncStep1 messages that have no answer yet. */
  #joins = 0;
  #isLive = false;
  #joinVector: StateVector = new Map();
  #owesJoin = false;
  /** Everything up to here was sent. */
  #relayed = 0 as Revision;
  readonly #presencePace: PresencePace;

  constructor(id: number, socket: WebSocket, attachment: Attachment, parts: ConnectionParts) {
    this.id = id;
    this.attachment = attachment;
    this.actor = attachment.identity.actor;
    this.user = presenceUser(attachment.identity);
    this.outbox = new Outbox(socket, parts.now);
    this.#socket = socket;
    this.#parts = parts;
    this.#presencePace = new PresencePace(parts.limits.presenceFramesPerSecond);
    this.#inbox = new Inbox(
      (message) => this.#handle(message),
      (isHeld) => this.#read(!isHeld),
    );
    this.#inbox.hold('joining');
    socket.on('message', (data: RawData, isBinary: boolean) => this.#receive(data, isBinary));
  }

  get isClosed(): boolean {
    return this.closedAt !== undefined;
  }

  /** From here on the protocol runs; what was received before waits its turn. */
  join(room: Room): void {
    const { role } = this.attachment.identity;
    const { limits, writer } = this.#parts;
    this.#room = room;
    this.#intake = new Intake({
      member: this,
      canWrite: role === 'editor' || role === 'member',
      room,
      inbox: this.#inbox,
      limits,
      askForAll: () => room.reread().then(() => this.#sendStep1()),
      isKnown: (update) => writer.isKnown(room.plan, update),
    });
    room.members.add(this);
    this.#sendStep1();
    this.#inbox.release('joining');
  }

  refuse(reason: CloseReason, message: string): void {
    if (this.isClosed) return;
    if (isPermanentClose(CLOSE[reason])) this.outbox.push(refusalFrame({ code: reason, message }));
    this.outbox.flush();
    this.leave();
    this.#socket.close(CLOSE[reason], reason);
    // Its own close frame has to be read.
    this.#read(true);
  }

  leave(): void {
    this.closedAt ??= this.#parts.now();
    this.#inbox.close();
    this.#barriers.clear();
    this.#room?.members.delete(this);
    this.#room?.presence.leave(this);
  }

  /** Takes in nothing more; what was taken in goes its way. */
  stopReading(): void {
    this.#inbox.hold('stopping');
  }

  relay(frame: Buffer): void {
    if (!this.#isLive || this.behind !== undefined) return;
    if (this.outbox.buffered > this.#parts.limits.behindBytes) this.#fallBehind();
    else this.outbox.push(frame);
  }

  onSettled(): void {
    if (this.behind === undefined) this.#relayed = this.#room?.head ?? this.#relayed;
    this.#intake?.onSettled();
    this.#releaseBarriers();
  }

  onPending(): void {
    this.#barriers.unsettle();
    this.#intake?.onPending();
  }

  onMissed(): void {
    if (this.#isLive && this.behind === undefined) this.#fallBehind();
  }

  /** Once a second. */
  tick(): void {
    const late = this.#presencePace.refill();
    if (late !== undefined) this.#takePresence(late);
  }

  mayHold(client: number): 'yes' | 'no' | 'too-many' {
    return this.#intake?.claimForPresence(client) ?? 'no';
  }

  #read(isOn: boolean): void {
    if (this.#socket.readyState === this.#socket.CLOSED) return;
    if (isOn) this.#socket.resume();
    else this.#socket.pause();
  }

  #receive(data: RawData, isBinary: boolean) {
    if (this.isClosed) return;
    if (!isBinary || Array.isArray(data)) return this.refuse('malformed', 'Frames are binary.');
    this.#inbox.take(readMessage(data instanceof ArrayBuffer ? new Uint8Array(data) : data));
  }

  #handle(message: Message) {
    if (this.isClosed) return;
    switch (message.kind) {
      case 'step1':
        return this.#answerStep1(message.stateVector);
      case 'step2':
      case 'update':
        return this.#intake?.take(message.kind, message.update);
      case 'caught-up':
        if (this.#isSettling) this.#barriers.settleWith(this.#lastBatch);
        return this.#releaseBarriers();
      case 'awareness':
        return this.#takePresence(message.entries);
      case 'query-awareness':
        return this.#room?.presence.sendAll(this);
      case 'barrier':
        this.#barriers.add(message.n, this.#isSettling ? this.#lastBatch : undefined);
        return this.#releaseBarriers();
      case 'malformed':
        return this.refuse('malformed', `The message cannot be read. ${message.message}`);
    }
  }

  /** Whether all that was received is at least in a batch. */
  get #isSettling(): boolean {
    return this.#intake?.isWaiting === false;
  }

  /** Of the actor's other connections too: one that broke may have brought what this one need not send again. */
  get #lastBatch(): number {
    return this.#room?.lastBatchOf(this.actor) ?? 0;
  }

  #sendStep1(): void {
    if (this.#room === undefined || this.isClosed) return;
    this.outbox.push(step1Frame(Y.encodeStateVector(this.#room.claims.vector)));
  }

  #answerStep1(bytes: Uint8Array) {
    try {
      this.#joinVector = Y.decodeStateVector(bytes);
    } catch {
      return this.refuse('malformed', 'The state vector cannot be read.');
    }
    this.#owesJoin = true;
    // Whoever asks again and again without reading waits like everybody who does not read.
    if (this.behind !== undefined) return;
    if (this.outbox.buffered > this.#parts.limits.behindBytes) this.#fallBehind();
    else this.#catchUp();
  }

  #fallBehind(): void {
    this.behind = { since: this.#parts.now(), bytes: this.outbox.buffered };
    this.outbox.onDrained(() => this.#catchUp());
  }

  /** What a newcomer needs, or one difference instead of a queue for whoever did not read. */
  #catchUp(): void {
    this.#joins += 1;
    this.#room?.log().then((log) => {
      this.#joins -= 1;
      const room = this.#room;
      if (this.isClosed || room === undefined) return;
      if (log === undefined) return this.refuse('tryLater', 'The plan cannot be read right now.');
      const missed = this.#owesJoin ? undefined : log.framesAfter(this.#relayed);
      for (const frame of missed ?? log.framesFor(this.#joinVector)) this.outbox.push(frame);
      this.#owesJoin = false;
      this.behind = undefined;
      this.#isLive = true;
      this.#relayed = room.head;
      room.presence.sendAll(this);
      this.#releaseBarriers();
    });
  }

  #takePresence(frame: Uint8Array) {
    if (frame.length > this.#parts.limits.presenceFrameBytes) {
      return this.refuse('tooLarge', 'The presence message is too large.');
    }
    if (!this.#presencePace.admits(frame)) return;
    const outcome = this.#room?.presence.take(this, frame);
    if (outcome === 'malformed')
      return this.refuse('malformed', 'The presence message cannot be read.');
    if (outcome === 'too-many')
      return this.refuse('abuse', 'The connection uses too many client ids.');
  }

  #releaseBarriers(): void {
    const settled = this.#room?.settled;
    if (settled === undefined || this.#joins > 0 || this.#owesJoin || this.behind !== undefined)
      return;
    for (const n of this.#barriers.takeSettled(settled)) this.outbox.push(barrierFrame(n));
  }
}
