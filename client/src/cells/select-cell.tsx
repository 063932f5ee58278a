/** One of a closed list. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { Subject } from '@tandem/shared/plan/plan';
import { type ReactNode, useState } from 'react';
import { ListPicker, type PickerOption } from '../ui/list-picker.tsx';
import { Popover } from '../ui/popover.tsx';
import { Cell } from './cell.tsx';
import { type CellControl, useCell } from './use-cell.ts';

interface SelectCellProps<T extends string> {
  readonly subject: Subject;
  readonly label: string;
  readonly value: T | undefined;
  readonly words: Readonly<Record<T, string>>;
  /** What it is called as long as nothing is chosen. */
  readonly placeholder?: string;
  readonly set: (value: T) => PlanEdit;
  readonly clear?: () => PlanEdit;
  readonly view?: ReactNode;
  /** Letters that choose at once while the cell is closed. */
  readonly keys?: Readonly<Record<string, T>>;
  /** Stands beside the words: what the title suggests. */
  readonly suggested?: T;
  readonly className?: string;
}

export function SelectCell<T extends string>(props: SelectCellProps<T>) {
  const {
    subject,
    label,
    value,
    words,
    keys,
    clear,
    placeholder = 'Choose',
    className = '',
  } = props;
  const cell = useCell(subject);
  const text = value === undefined ? '' : words[value];
  return (
    <Cell
      cell={cell}
      label={label}
      text={text === '' ? placeholder : text}
      className={className}
      onKey={(key) => {
        const choice = keys?.[key.toLowerCase()];
        return choice !== undefined && cell.apply([props.set(choice)]);
      }}
      {...(clear === undefined ? {} : { onClear: () => void cell.apply([clear()]) })}
      editor={cell.isEditing ? <SelectEditor cell={cell} {...props} /> : null}
    >
      {props.view ??
        (text === '' ? (
          <span className="cell-empty">{cell.canEdit ? placeholder : '–'}</span>
        ) : (
          <span className="cell-words">{text}</span>
        ))}
    </Cell>
  );
}

function SelectEditor<T extends string>(
  props: SelectCellProps<T> & { readonly cell: CellControl },
) {
  const { cell, label, words, value, set, suggested } = props;
  const [typed, setTyped] = useState(cell.typed);
  const wanted = typed.trim().toLowerCase();
  const options = (Object.keys(words) as T[])
    .filter((id) => words[id].toLowerCase().includes(wanted))
    .map(
      (id): PickerOption => ({
        id,
        label: words[id],
        isChosen: id === value,
        ...(id === suggested ? { hint: 'suggested by the title' } : {}),
      }),
    );
  return (
    <Popover
      anchor={cell.frame}
      label={label}
      width={250}
      onClose={(how) => cell.end(how === 'escape' ? 'stay' : 'leave')}
    >
      <ListPicker
        label={label}
        options={options}
        typed={typed}
        onType={setTyped}
        placeholder="Type to find"
        empty="Nothing is called that."
        onPick={(id) => cell.apply([set(id as T)]) && cell.end('stay')}
        onTab={(backwards) => cell.end(backwards ? 'previous' : 'next')}
      />
    </Popover>
  );
}
