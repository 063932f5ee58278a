/** The plans whose Y.Doc is in memory: loaded when somebody writes, let go when they are quiet. */

import { SCHEMA } from '@tandem/shared/doc/layout';
import { type MigrationOutcome, migrateDoc } from '@tandem/shared/doc/migrate-doc';
import type { PlanId, Revision } from '@tandem/shared/plan/ids';
import * as Y from 'yjs';
import { type Clock, timestamp } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/storage.ts';
import { docOf, headOf, readLog } from './load-doc.ts';
import type { WriterTuning } from './tuning.ts';
import { SYSTEM_ACTOR } from './writer.ts';

export interface HeldPlan {
  readonly id: PlanId;
  readonly doc: Y.Doc;
  readonly epoch: number;
  readonly schema: number;
  head: Revision;
  /** How far the log has grown beyond the newest snapshot. */
  tailRows: number;
  tailBytes: number;
  usedAt: number;
}

export interface Surroundings {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
  readonly tuning: WriterTuning;
  /** The schema of this program and the way to it. */
  readonly schema?: number;
  readonly migrate?: (doc: Y.Doc, from: number) => MigrationOutcome;
}

export class HeldPlans {
  readonly #plans = new Map<PlanId, HeldPlan>();
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Loads the plan where it is not held, and brings it to this program's schema. */
  async hold(id: PlanId): Promise<HeldPlan | 'gone' | 'too-new'> {
    const held = this.#plans.get(id);
    if (held !== undefined) {
      held.usedAt = this.#now();
      // The order of the map is the order of use.
      this.#plans.delete(id);
      this.#plans.set(id, held);
      return held;
    }
    const loaded = await this.#load(id);
    if (typeof loaded !== 'string') this.#plans.set(id, loaded);
    return loaded;
  }

  /** Only what is in memory; does not count as use. */
  peek(id: PlanId): HeldPlan | undefined {
    return this.#plans.get(id);
  }

  /** Forgets what is in memory; the log has the truth. */
  discard(id: PlanId): void {
    this.#plans.get(id)?.doc.destroy();
    this.#plans.delete(id);
  }

  /** Those to let go now: quiet ones, and the oldest where there are too many. */
  quiet(): readonly HeldPlan[] {
    const { quietMs, mostDocs } = this.#around.tuning;
    const latest = this.#now() - quietMs;
    const tooMany = this.#plans.size - mostDocs;
    return [...this.#plans.values()].filter(
      (plan, index) => index < tooMany || plan.usedAt <= latest,
    );
  }

  get isOverfull(): boolean {
    return this.#plans.size > this.#around.tuning.mostDocs;
  }

  #now(): number {
    return this.#around.clock.now().getTime();
  }

  async #load(id: PlanId): Promise<HeldPlan | 'gone' | 'too-new'> {
    const { storage, log, clock, migrate = migrateDoc, schema = SCHEMA } = this.#around;
    const row = await storage.findPlan(id);
    if (row === undefined) return 'gone';
    if (row.schema > schema) return 'too-new';
    const stored = await readLog(storage, id, log);
    const doc = docOf(stored);
    const head = headOf(stored);
    const plan: HeldPlan = {
      id,
      doc,
      epoch: row.epoch,
      schema,
      head,
      tailRows: stored.tail.length,
      tailBytes: stored.tail.reduce((sum, { bytes }) => sum + bytes.length, 0),
      usedAt: this.#now(),
    };
    if (row.schema === schema) return plan;

    const before = Y.encodeStateVector(doc);
    migrate(doc, row.schema);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    const [outcome] = await storage.append([
      {
        plan: id,
        after: head,
        rows: [{ actor: SYSTEM_ACTOR, at: timestamp(clock), bytes }],
        claims: [{ clientId: doc.clientID, actor: SYSTEM_ACTOR }],
        schema,
      },
    ]);
    if (outcome?.kind !== 'appended')
      throw new Error(`The migration of plan ${id} was ${outcome?.kind}.`);
    log.info({ plan: id, from: row.schema, to: schema, revision: outcome.head }, 'migrated a plan');
    plan.head = outcome.head;
    plan.tailRows += 1;
    plan.tailBytes += bytes.length;
    return plan;
  }
}
