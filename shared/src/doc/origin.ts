/** Who caused a transaction on a Y.Doc. Yjs compares origins by identity, so these are constants. */

export interface Origin {
  readonly source: 'edit' | 'birth' | 'seed' | 'migration' | 'restore';
}

/** A `PlanEdit` made here and now; tracked by undo. */
export const EDIT_ORIGIN: Origin = { source: 'edit' };
/** The birth of a row that only the next transaction shows; not tracked, so undo can never tear a row down. */
export const BIRTH_ORIGIN: Origin = { source: 'birth' };
/** The server writing a new plan. */
export const SEED_ORIGIN: Origin = { source: 'seed' };
export const MIGRATION_ORIGIN: Origin = { source: 'migration' };
