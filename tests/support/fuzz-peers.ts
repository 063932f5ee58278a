/**
 * Peers that edit one plan over queues flushed by hand, with disconnects, and what each of them had seen when
 * it wrote. From that follows the oracle: a written value may only be gone if somebody who had seen it, or
 * who was concurrent with it, wrote the same field.
 */

import { applyEdit } from '@tandem/shared/doc/apply-edit';
import { textCell } from '@tandem/shared/doc/cell';
import { narrativeRoot } from '@tandem/shared/doc/layout';
import { openPlanReader, type PlanReader } from '@tandem/shared/doc/plan-reader';
import { seedPlan } from '@tandem/shared/doc/seed-plan';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { Subject } from '@tandem/shared/plan/plan';
import * as Y from 'yjs';
import { randomEdit } from './random-edits.ts';
import { pick, seededChance } from './seeded.ts';
import { smallPlan } from './small-plan.ts';

export interface Write {
  /** Row and field, such as `step:abc:due`. */
  readonly field: string;
  readonly value: string;
  /** The writer's clientID and its clock after the write. */
  readonly client: number;
  readonly clock: number;
  /** What the writer had integrated when it wrote: clientID → clock. Updates that wait for others are not in it. */
  readonly seen: ReadonlyMap<number, number>;
}

export interface Typed {
  readonly cell: Subject;
  readonly token: string;
  readonly peer: number;
}

export interface FuzzPeer {
  readonly doc: Y.Doc;
  readonly reader: PlanReader;
  /** One queue from each other peer. */
  readonly inbox: Uint8Array[][];
  connected: boolean;
}

export class FuzzWorld {
  readonly peers: FuzzPeer[] = [];
  readonly writes: Write[] = [];
  readonly typed: Typed[] = [];
  readonly trail: string[] = [];
  readonly added: Subject[] = [];
  readonly #chance: () => number;

  constructor(seed: number, count: number) {
    this.#chance = seededChance(seed);
    const first = new Y.Doc();
    first.clientID = 1;
    seedPlan(first, smallPlan(), 'template', this.#chance);
    const state = Y.encodeStateAsUpdate(first);
    for (let i = 0; i < count; i += 1) {
      const doc = new Y.Doc();
      doc.clientID = 100 + i;
      Y.applyUpdate(doc, state, 'seed');
      const peer: FuzzPeer = {
        doc,
        reader: openPlanReader(doc),
        inbox: Array.from({ length: count }, () => []),
        connected: true,
      };
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === 'relay' || origin === 'seed') return;
        for (const [j, other] of this.peers.entries()) if (j !== i) other.inbox[i]?.push(update);
      });
      this.peers.push(peer);
    }
  }

  step(): void {
    const chance = this.#chance;
    const roll = chance();
    const i = Math.floor(chance() * this.peers.length);
    const peer = this.peers[i];
    if (!peer) return;
    if (roll < 0.45) this.#edit(i, peer);
    else if (roll < 0.65) this.#type(i, peer);
    else if (roll < 0.9) this.#deliver(peer, 1 + Math.floor(chance() * 3));
    else peer.connected = !peer.connected;
    // A snapshot must be readable after every single operation.
    peer.reader.read();
  }

  settle(): void {
    for (const peer of this.peers) peer.connected = true;
    for (const peer of this.peers) while (this.#deliver(peer, 100));
  }

  #edit(i: number, peer: FuzzPeer): void {
    const token = `t${this.trail.length}p${i}`;
    const edit = randomEdit(peer.reader.read(), this.#chance, token);
    this.trail.push(`${i} ${JSON.stringify(edit)}`);
    const seen = Y.decodeStateVector(Y.encodeStateVector(peer.doc));
    const outcome = applyEdit(peer.doc, edit, { chance: this.#chance });
    if (outcome.kind === 'refused')
      throw new Error(`refused: ${outcome.message} ${JSON.stringify(edit)}`);
    if (edit.type.endsWith('/add')) this.added.push(outcome.subject);
    const client = peer.doc.clientID;
    const clock = Y.getState(peer.doc.store, client);
    // Writing what is there already writes nothing.
    if (clock === (seen.get(client) ?? 0)) return;
    for (const [field, value] of registersOf(edit))
      this.writes.push({ field, value, client, clock, seen });
  }

  #type(i: number, peer: FuzzPeer): void {
    const { plan } = peer.reader.read();
    const cells: Subject[] = [
      { kind: 'narrative', id: 'narrative' },
      { kind: 'goal', id: 'goal', field: 'outcome' },
      ...plan.steps.map(({ id }): Subject => ({ kind: 'step', id, field: 'notes' })),
    ];
    const cell = pick(this.#chance, cells);
    const fragment =
      cell?.kind === 'narrative' ? narrativeRoot(peer.doc) : cell && textCell(peer.doc, cell);
    const text = fragment
      ?.toArray()
      .flatMap((node) => (node instanceof Y.XmlElement ? node.toArray() : []))[0];
    if (!cell || !(text instanceof Y.XmlText)) return;
    // One character from the private use area, so that no other typing can land inside it.
    const token = String.fromCharCode(0xe000 + this.typed.length);
    this.trail.push(`${i} types ${token} in ${cell.kind}:${cell.id}`);
    text.insert(Math.floor(this.#chance() * (text.length + 1)), token);
    this.typed.push({ cell, token, peer: i });
  }

  #deliver(peer: FuzzPeer, most: number): boolean {
    if (!peer.connected) return false;
    let moved = false;
    for (const [from, queue] of peer.inbox.entries()) {
      if (!this.peers[from]?.connected) continue;
      for (const update of queue.splice(0, most)) {
        moved = true;
        Y.applyUpdate(peer.doc, update, 'relay');
      }
    }
    return moved;
  }
}

/** The last-writer-wins fields that an edit writes, with the value as text. */
function registersOf(edit: PlanEdit): [string, string][] {
  switch (edit.type) {
    case 'step/set-due':
      return [[`step:${edit.step}:due`, String(edit.due)]];
    case 'step/set-start':
      return [[`step:${edit.step}:start`, String(edit.start)]];
    case 'step/set-duration':
      return [[`step:${edit.step}:duration`, String(edit.days)]];
    case 'step/set-kind':
      return [[`step:${edit.step}:kind`, edit.kind]];
    case 'step/set-type':
      return [[`step:${edit.step}:type`, edit.stepType]];
    case 'step/set-status':
      return [[`step:${edit.step}:status`, edit.status]];
    case 'steps/shift':
      return edit.moves.map((move) => [`step:${move.step}:due`, move.due]);
    case 'resource/set':
      return edit.url === undefined ? [] : [[`resource:${edit.resource}:url`, String(edit.url)]];
    case 'key-date/set':
      return [[`key-date:${edit.keyDate}:date`, String(edit.date)]];
    case 'plan/set':
      return edit.product === undefined ? [] : [['plan:plan:product', edit.product]];
    case 'step/remove':
    case 'step/bring-back':
      return [[`step:${edit.step}:removed`, String(edit.type === 'step/remove')]];
    default:
      return [];
  }
}
