/** A plan from Markdown, pasted or dropped. Asks once about day and month, and tells what it could not read. */

import type { DateOrder } from '@tandem/shared/interchange/import-outcome';
import type { NewPlanAnswer } from '@tandem/shared/protocol/http';
import { type DragEvent, type FormEvent, useState } from 'react';
import { createPlan } from '../api/calls.ts';
import { Button } from '../ui/button.tsx';
import { ImportReport } from './import-report.tsx';

interface MarkdownFormProps {
  readonly purpose: string | undefined;
  readonly onMade: (plan: string) => void;
}

/** What the server reads as one plan at most. */
const LARGEST_FILE = 1_048_576;

export function MarkdownForm({ purpose, onMade }: MarkdownFormProps) {
  const [text, setText] = useState('');
  const [question, setQuestion] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const [made, setMade] = useState<NewPlanAnswer>();

  const make = async (dates?: DateOrder): Promise<void> => {
    setTrouble(undefined);
    const answer = await createPlan({
      markdown: text,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...(dates === undefined ? {} : { dates }),
      ...(purpose === undefined ? {} : { purpose }),
    });
    if (answer.kind === 'ok') {
      if (answer.value.report === undefined) onMade(answer.value.id);
      else setMade(answer.value);
    } else if (answer.kind === 'refused' && answer.code === 'ambiguous-dates') {
      setQuestion(answer.message);
    } else {
      setTrouble(answer.message);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void make();
  };
  const onDrop = async (event: DragEvent): Promise<void> => {
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    event.preventDefault();
    if (file.size > LARGEST_FILE)
      setTrouble('That file is larger than a plan can be. Is it the right one?');
    else setText(await file.text());
  };

  if (made?.report !== undefined)
    return <ImportReport report={made.report} onOpen={() => onMade(made.id)} />;
  return (
    <form className="deal-form" onSubmit={onSubmit}>
      <label className="form-field">
        <span className="form-label">The plan as Markdown</span>
        <textarea
          className="input markdown-in"
          rows={16}
          value={text}
          placeholder="Paste the text, or drop a file here"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            setQuestion(undefined);
          }}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => void onDrop(event)}
        />
      </label>
      {trouble === undefined ? null : (
        <p role="alert" className="form-note error">
          {trouble}
        </p>
      )}
      {question === undefined ? (
        <Button type="submit" look="primary" disabled={text.trim() === ''}>
          Make the plan
        </Button>
      ) : (
        <div role="alert">
          <p className="form-note advice">{question}</p>
          <div className="form-actions">
            <Button look="primary" onClick={() => void make('dmy')}>
              Day first: 3/12 is 3 December
            </Button>
            <Button look="primary" onClick={() => void make('mdy')}>
              Month first: 3/12 is 12 March
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}
