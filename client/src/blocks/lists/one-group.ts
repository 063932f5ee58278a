import { useMemo } from 'react';
import type { RowGroup } from '../grid/column.ts';

/** A list that is not grouped. */
export function useOneGroup<Row>(rows: readonly Row[]): readonly RowGroup<Row>[] {
  return useMemo(() => [{ id: 'all', rows }], [rows]);
}

export function plainLook(): { note: string; className: string } {
  return { note: '', className: '' };
}
