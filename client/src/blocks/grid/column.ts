/** What a list says about itself so that `RowGrid` can show it. */

import type { ComponentType, ReactNode } from 'react';
import type { MenuItem } from '../../ui/menu.tsx';

/** A cell of one row. `note` is what the list knows about a row beside the row itself: "after 2, 4". */
export interface RowCellProps<Row> {
  readonly row: Row;
  readonly note: string;
}

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** A track of CSS grid. */
  readonly width: string;
  /** On a phone its cell says where it goes by a class: `phone-first`, `phone-second` or `phone-own`. */
  readonly Cell: ComponentType<RowCellProps<Row>>;
}

export interface RowGroup<Row> {
  readonly id: string;
  readonly rows: readonly Row[];
  /** A cell above the rows; without one the list is not grouped. */
  readonly header?: ReactNode;
  /** Stands below the rows: who is missing. */
  readonly footer?: ReactNode;
}

export interface RowLook {
  readonly number: number;
  readonly note: string;
  readonly className: string;
}

export type ExtraItems<Row> = (row: Row) => readonly MenuItem[];
