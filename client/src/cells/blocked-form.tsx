/** What a blocked step needs, and from whom (R125). */

import type { BlockedCause } from '@tandem/shared/plan/plan';
import { type FormEvent, useId, useState } from 'react';
import { usePlan } from '../session/hooks.ts';
import { Button } from '../ui/button.tsx';

interface BlockedFormProps {
  readonly cause: BlockedCause | undefined;
  readonly onDone: (cause: BlockedCause | undefined) => void;
}

export function BlockedForm({ cause, onDone }: BlockedFormProps) {
  const people = usePlan((plan) => plan.stakeholders);
  const names = useId();
  const [needs, setNeeds] = useState(cause?.needs ?? '');
  const [from, setFrom] = useState(
    people.find((person) => person.id === cause?.from)?.name ?? cause?.from ?? '',
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const name = from.trim();
    const known = people.find((person) => person.name === name)?.id ?? name;
    if (needs.trim() === '' && name === '') onDone(undefined);
    else onDone({ needs: needs.trim(), ...(name === '' ? {} : { from: known }) });
  };
  return (
    <form className="pad" onSubmit={submit}>
      <label className="form-field">
        <span className="form-label">What is needed?</span>
        <input
          className="input"
          value={needs}
          placeholder="the signed questionnaire"
          // biome-ignore lint/a11y/noAutofocus: the person asked for this form
          autoFocus
          onChange={(event) => setNeeds(event.target.value)}
        />
      </label>
      <label className="form-field">
        <span className="form-label">From whom?</span>
        <input
          className="input"
          list={names}
          value={from}
          placeholder="a person or a team"
          onChange={(event) => setFrom(event.target.value)}
        />
        <datalist id={names}>
          {people.map((person) => (
            <option key={person.id} value={person.name} />
          ))}
        </datalist>
      </label>
      <Button look="primary" type="submit">
        Mark as blocked
      </Button>
    </form>
  );
}
