import { PRECONDITIONS, REASONS_TO_USE } from '@tandem/shared/templates/before-creating';

/** Asked, never a gate: a plan can be made whatever is ticked (R23, R24). */
export function BeforeCreating() {
  return (
    <aside className="before" aria-label="Before you begin">
      <h2>Is it time for a plan?</h2>
      <ul className="before-checks">
        {PRECONDITIONS.map(({ id, text }) => (
          <li key={id} className="before-item">
            <label className="before-check">
              <input type="checkbox" />
              {text}
            </label>
          </li>
        ))}
      </ul>
      <h2>When it helps</h2>
      <ul>
        {REASONS_TO_USE.map(({ id, text }) => (
          <li key={id} className="before-item">
            {text}
          </li>
        ))}
      </ul>
    </aside>
  );
}
