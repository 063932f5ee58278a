import { PRECONDITIONS, REASONS_TO_USE } from '@tandem/shared/templates/before-creating';

interface BeforeCreatingProps {
  /** Kept with the plan for the seller's side; never in the document. */
  readonly purpose: string | undefined;
  readonly onPurpose: (purpose: string) => void;
}

/** Asked, never a gate: a plan can be made whatever is ticked (R23, R24). */
export function BeforeCreating({ purpose, onPurpose }: BeforeCreatingProps) {
  return (
    <aside className="before" aria-label="Before you begin">
      <fieldset>
        <legend>Is it time for a plan?</legend>
        {PRECONDITIONS.map(({ id, text }) => (
          <label key={id} className="before-check">
            <input type="checkbox" />
            {text}
          </label>
        ))}
        <p className="form-note">A reminder for you. The plan can be made whatever is ticked.</p>
      </fieldset>
      <fieldset>
        <legend>What is it for?</legend>
        {REASONS_TO_USE.map(({ id, text }) => (
          <label key={id} className="before-check">
            <input
              type="radio"
              name="purpose"
              checked={purpose === text}
              onChange={() => onPurpose(text)}
            />
            {text}
          </label>
        ))}
      </fieldset>
    </aside>
  );
}
