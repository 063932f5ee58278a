/** Rows for storage tests, whole but for what a test is about. */

import type {
  ActorRow,
  LinkRow,
  PlanAppend,
  PlanRow,
  SessionRow,
  Storage,
} from '@tandem/server/storage/storage';
import type { PlanId, Revision } from '@tandem/shared/plan/ids';

export const AT = '2027-01-11T09:00:00.000Z';
export const LATER = '2027-01-11T10:00:00.000Z';
export const id = (text: string): PlanId => text as PlanId;
export const revision = (n: number): Revision => n as Revision;

export interface OpenedForContract {
  readonly storage: Storage;
  /** A second one on the same data, as the writer's thread has. */
  readonly openAgain: () => Promise<Storage>;
  readonly remove: () => Promise<void>;
}

export function actor(name: string, more: Partial<ActorRow> = {}): ActorRow {
  return {
    id: name,
    kind: 'member',
    name,
    party: 'seller',
    email: `${name}@acme.example`,
    verified: true,
    createdAt: AT,
    ...more,
  };
}
export function session(name: string, more: Partial<SessionRow> = {}): SessionRow {
  return {
    id: name,
    secretHash: `hash of ${name}`,
    actor: 'maya',
    link: null,
    createdAt: AT,
    expiresAt: null,
    endedAt: null,
    ...more,
  };
}
export function link(name: string, plan: PlanId, more: Partial<LinkRow> = {}): LinkRow {
  return {
    id: name,
    plan,
    role: 'editor',
    party: 'buyer',
    secretHash: `hash of ${name}`,
    email: null,
    expiresAt: null,
    revokedAt: null,
    createdBy: 'maya',
    createdAt: AT,
    ...more,
  };
}
export function planRow(name: string, more: Partial<PlanRow> = {}): PlanRow {
  return {
    id: id(name),
    schema: 1,
    epoch: 1,
    head: revision(0),
    title: name,
    stage: 'post-demo',
    purpose: null,
    createdAt: AT,
    createdBy: 'maya',
    ...more,
  };
}
export function append(
  plan: string,
  after: number,
  rows: readonly number[],
  more: Partial<PlanAppend> = {},
): PlanAppend {
  return {
    plan: id(plan),
    after: revision(after),
    rows: rows.map((byte) => ({ actor: 'maya', at: AT, bytes: Uint8Array.of(byte) })),
    claims: [],
    ...more,
  };
}
