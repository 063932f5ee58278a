/** What surrounds a cell: the grid it stands in, and the editor that text is written with. */

import type { Subject } from '@tandem/shared/plan/plan';
import { type ComponentType, createContext } from 'react';

/** Where the focus goes when an edit ends; `leave` is for a click elsewhere. */
export type CellMove = 'stay' | 'down' | 'next' | 'previous' | 'leave';

export interface GridControl {
  readonly move: (frame: HTMLElement, move: CellMove) => void;
  /** A row that was just added asks for its first cell to be open. */
  readonly isWanted: (subject: Subject) => boolean;
}

/** Nothing outside a grid: the cell is then a place of its own on the way of Tab. */
export const GridContext = createContext<GridControl | null>(null);

export interface CellEditorProps {
  readonly subject: Subject;
  readonly multiline?: boolean;
  readonly autoFocus?: boolean;
  readonly ariaLabel: string;
  readonly onDone: (move?: CellMove) => void;
}

/**
 * The rich text editor for one cell. Cells take it from here because they know nothing of editors: whoever
 * puts the plan on the page provides it, lazily. Without one, texts can be read only.
 */
export const CellEditorContext = createContext<ComponentType<CellEditorProps> | null>(null);
