/** The number of a row. It is also what the row is dragged by, and opens its menu. */

import type { Subject } from '@tandem/shared/plan/plan';
import { GripVertical } from 'lucide-react';
import { Cell } from '../../cells/cell.tsx';
import { useCell } from '../../cells/use-cell.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { RowActions } from './use-row-actions.ts';
import type { StartDrag } from './use-row-drag.ts';

const GRIP = <GripVertical size={13} aria-hidden="true" />;

interface RowHandleProps {
  readonly subject: Subject;
  readonly noun: string;
  readonly number: number;
  readonly title: string;
  readonly actions: RowActions;
  readonly startDrag: StartDrag;
  readonly extraItems: () => readonly MenuItem[];
  readonly isHeld: boolean;
  readonly canRemove: boolean;
}

export function RowHandle(props: RowHandleProps) {
  const { subject, noun, number, title, actions, startDrag, isHeld } = props;
  const isRemovable = props.canRemove && !isHeld;
  const cell = useCell(subject);
  return (
    <Cell
      cell={cell}
      label="Number"
      text={String(number)}
      className="row-handle tabular"
      onClear={() => isRemovable && actions.remove(subject.id)}
      editor={
        cell.isEditing ? (
          <Menu
            label={`${noun} ${number}`}
            onClose={() => cell.end('stay')}
            items={isHeld ? heldItems(props) : itemsOf(props)}
          />
        ) : null
      }
    >
      <span
        className={cell.canEdit ? 'row-grip' : 'row-number'}
        title={cell.canEdit ? 'Drag to move, click for more' : undefined}
        onPointerDown={
          cell.canEdit && !isHeld ? (event) => startDrag(event, subject.id) : undefined
        }
      >
        {cell.canEdit ? GRIP : null}
        <span>{isHeld ? '–' : number}</span>
        <VisuallyHidden>{title === '' ? '' : `, ${title}`}</VisuallyHidden>
      </span>
    </Cell>
  );
}

function heldItems({ subject, actions }: RowHandleProps): readonly MenuItem[] {
  return [{ label: 'Bring back', onSelect: () => actions.bringBack(subject.id, 'stays') }];
}

function itemsOf(props: RowHandleProps): readonly MenuItem[] {
  const { subject, noun, actions } = props;
  return [
    { label: 'Move up', key: 'Alt ↑', onSelect: () => actions.move(subject.id, -1) },
    { label: 'Move down', key: 'Alt ↓', onSelect: () => actions.move(subject.id, 1) },
    {
      label: `Add a ${noun} above`,
      startsGroup: true,
      onSelect: () => actions.addBeside(subject.id, 'above'),
    },
    {
      label: `Add a ${noun} below`,
      key: 'Ctrl ↵',
      onSelect: () => actions.addBeside(subject.id, 'below'),
    },
    ...props.extraItems(),
    ...(props.canRemove
      ? [
          {
            label: 'Remove',
            key: 'Del',
            startsGroup: true,
            isDangerous: true,
            onSelect: () => actions.remove(subject.id),
          },
        ]
      : []),
  ];
}
