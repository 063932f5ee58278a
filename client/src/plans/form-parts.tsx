/** The fields of the forms around plans. */

import type { InputHTMLAttributes } from 'react';

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'>;

interface FieldProps extends InputProps {
  readonly label: string;
  readonly name: string;
  readonly onChange?: (value: string) => void;
}

export function Field({ label, onChange, ...rest }: FieldProps) {
  return (
    <label className="form-field">
      <span className="form-label">{label}</span>
      <input
        className="input"
        {...(onChange ? { onChange: (event) => onChange(event.target.value) } : {})}
        {...rest}
      />
    </label>
  );
}

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

export function SelectField({ label, value, options, onChange }: SelectFieldProps) {
  return (
    <label className="form-field">
      <span className="form-label">{label}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly note?: string | undefined;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly hint?: string;
  }[];
  readonly onChange: (value: T) => void;
}

export function Choice<T extends string>({
  legend,
  note,
  value,
  options,
  onChange,
}: ChoiceProps<T>) {
  return (
    <fieldset className="choice">
      <legend className="form-label">{legend}</legend>
      {note === undefined ? null : <p className="form-note advice">{note}</p>}
      <div className="choice-options">
        {options.map((one) => (
          <label key={one.value} className="way">
            <input
              type="radio"
              name={legend}
              checked={one.value === value}
              onChange={() => onChange(one.value)}
            />
            <span>
              <strong>{one.label}</strong>
              {one.hint === undefined ? null : <small>{one.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
