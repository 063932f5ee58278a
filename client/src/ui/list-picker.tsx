// biome-ignore-all lint/a11y/useSemanticElements: a combobox with groups, which no element of HTML is
/** A list to choose from by typing: an ARIA combobox whose list is always open. Filtering is the caller's. */

import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './list-picker.css';

export interface PickerOption {
  readonly id: string;
  readonly label: string;
  /** Under which heading it stands; neighbours with the same one share it. */
  readonly group?: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly isChosen?: boolean;
}

interface ListPickerProps {
  readonly label: string;
  readonly options: readonly PickerOption[];
  readonly onPick: (id: string) => void;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly placeholder?: string;
  /** What to say when nothing fits. */
  readonly empty?: string;
  readonly isMultiple?: boolean;
  /** Backspace in an empty field. */
  readonly onBackspace?: () => void;
  /** Tab: done here, and the next cell please. */
  readonly onTab?: (backwards: boolean) => void;
}

export function ListPicker(props: ListPickerProps) {
  const { label, options, onPick, typed, onType } = props;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setActive] = useState<string | undefined>(
    () => options.find((option) => option.isChosen)?.id,
  );
  const found = options.findIndex((option) => option.id === wanted);
  const active = Math.max(found, 0);
  const optionId = (index: number): string => `${listId}-${index}`;

  useEffect(() => {
    list.current?.querySelector('[data-active=true]')?.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const last = options.length - 1;
      const wraps = Math.abs(step) === 1;
      const next = active + step;
      const at = next < 0 ? (wraps ? last : 0) : next > last ? (wraps ? 0 : last) : next;
      setActive(options[at]?.id);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[active];
      if (option) onPick(option.id);
    } else if (event.key === 'Backspace' && typed === '') {
      props.onBackspace?.();
    } else if (event.key === 'Tab' && props.onTab) {
      event.preventDefault();
      props.onTab(event.shiftKey);
    }
  };

  return (
    <div className="list-picker">
      <input
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? optionId(active) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={props.placeholder}
        value={typed}
        onChange={(event) => {
          setActive(undefined);
          onType(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable={props.isMultiple}
        className="list-picker-list"
      >
        {groupsOf(options).map(({ group, items }) => (
          <PickerGroup key={group} name={group}>
            {items.map(({ option, index }) => (
              <div
                key={option.id}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={option.isChosen ?? index === active}
                data-active={index === active}
                className="list-picker-option"
                onPointerMove={() => index === active || setActive(option.id)}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onPick(option.id)}
                onKeyDown={(event) => event.key === 'Enter' && onPick(option.id)}
              >
                {option.icon}
                <span className="list-picker-label">{option.label}</span>
                {option.hint === undefined ? null : (
                  <span className="list-picker-hint">{option.hint}</span>
                )}
                {option.isChosen ? <Check size={14} aria-hidden="true" /> : null}
              </div>
            ))}
          </PickerGroup>
        ))}
      </div>
      {options.length === 0 ? <p className="list-picker-empty">{props.empty}</p> : null}
    </div>
  );
}

function PickerGroup({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (name === '') return children;
  return (
    <div role="group" aria-label={name}>
      <div className="list-picker-group" aria-hidden="true">
        {name}
      </div>
      {children}
    </div>
  );
}

interface Grouped {
  readonly group: string;
  readonly items: { readonly option: PickerOption; readonly index: number }[];
}

function groupsOf(options: readonly PickerOption[]): readonly Grouped[] {
  const groups: Grouped[] = [];
  for (const [index, option] of options.entries()) {
    const group = option.group ?? '';
    const last = groups.at(-1);
    if (last?.group === group) last.items.push({ option, index });
    else groups.push({ group, items: [{ option, index }] });
  }
  return groups;
}
