/** The tables as Kysely sees them. The names are snake_case in SQL; `CamelCasePlugin` translates. */

import type { ColumnType } from 'kysely';
import type {
  ActorRow,
  LinkRow,
  PlanAccessRow,
  PlanRow,
  SessionRow,
  SignInRow,
  SnapshotRow,
  TokenRow,
  UpdateRow,
} from './storage.ts';

export interface Tables {
  /** Truth values are 0 and 1: SQLite has no others. */
  readonly actors: Omit<ActorRow, 'verified'> & { readonly verified: ColumnType<number> };
  readonly sessions: SessionRow;
  readonly links: LinkRow;
  readonly tokens: TokenRow;
  readonly signIns: SignInRow;
  readonly planAccess: PlanAccessRow;
  readonly plans: PlanRow;
  readonly updates: UpdateRow & { readonly plan: string };
  readonly snapshots: SnapshotRow;
  readonly claims: { readonly plan: string; readonly clientId: number; readonly actor: string };
}
