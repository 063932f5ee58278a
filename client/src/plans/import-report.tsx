import type { NewPlanAnswer } from '@tandem/shared/protocol/http';
import { Button } from '../ui/button.tsx';

type Report = NonNullable<NewPlanAnswer['report']>;

interface ImportReportProps {
  readonly report: Report;
  readonly onOpen: () => void;
}

const KEPT = {
  narrative: 'kept as text in the plan',
  notes: 'kept in the notes of the row',
  nowhere: 'left out: it only says that something is missing',
} as const;

/** What was read out of a text, and what of it was kept as text because it fitted nowhere. */
export function ImportReport({ report, onOpen }: ImportReportProps) {
  return (
    <section className="import-report" aria-label="Import report">
      <h2>The plan is made: {foundWords(report.found)}.</h2>
      {report.items.length === 0 ? (
        <p className="form-note">All of the text found its place.</p>
      ) : null}
      <ul>
        {report.items.map((item) => (
          <li key={`${item.line} ${item.text}`} className="import-item">
            <span className="import-line tabular">Line {item.line}</span>
            <span>
              <q>{item.text}</q> {item.why} <small>({KEPT[item.keptIn]})</small>
            </span>
          </li>
        ))}
      </ul>
      <Button look="primary" onClick={onOpen}>
        Open the plan
      </Button>
    </section>
  );
}

const ONE = {
  steps: 'step',
  stakeholders: 'stakeholder',
  criteria: 'criterion',
  risks: 'risk',
  resources: 'resource',
  requirements: 'requirement',
} as const;

function foundWords(found: Report['found']): string {
  const parts = (Object.keys(ONE) as (keyof typeof ONE)[])
    .filter((list) => found[list] > 0)
    .map((list) => `${found[list]} ${found[list] === 1 ? ONE[list] : list}`);
  return parts.length === 0 ? 'no rows were found, the text stands in it' : parts.join(', ');
}
