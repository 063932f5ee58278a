/**
 * Brings a stored document to the schema of this program. The server does it when it opens a plan, before any
 * client sees a byte; clients built for an older schema are then refused (docs/sync-spec.md, S6).
 */

import type * as Y from 'yjs';
import { rootMap, SCHEMA } from './layout.ts';
import { MIGRATION_ORIGIN } from './origin.ts';

/** From schema `to - 1` to schema `to`. Additive, and safe to run on a document that was half migrated. */
export interface Migration {
  readonly to: number;
  readonly run: (doc: Y.Doc) => void;
}

/** In order, without gaps, beginning at 2. Schema 1 is the first. */
const MIGRATIONS: readonly Migration[] = [];

export type MigrationOutcome =
  | { readonly kind: 'current' }
  | { readonly kind: 'migrated'; readonly from: number; readonly to: number }
  /** Written by a newer program; this one must not touch it. */
  | { readonly kind: 'too-new'; readonly schema: number };

export function migrateDoc(
  doc: Y.Doc,
  from: number,
  migrations: readonly Migration[] = MIGRATIONS,
  target: number = SCHEMA,
): MigrationOutcome {
  if (from > target) return { kind: 'too-new', schema: from };
  if (from === target) return { kind: 'current' };
  doc.transact(() => {
    for (const migration of migrations)
      if (migration.to > from && migration.to <= target) migration.run(doc);
    rootMap(doc, 'meta').set('schema', target);
  }, MIGRATION_ORIGIN);
  return { kind: 'migrated', from, to: target };
}
