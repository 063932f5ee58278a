/** A new plan: from a template that fits the deal, from Markdown, or blank. */

import { useEffect, useState } from 'react';
import { navigate } from '../ui/router.tsx';
import { BeforeCreating } from './before-creating.tsx';
import { MarkdownForm } from './markdown-form.tsx';
import { PageFrame } from './page-frame.tsx';
import { TemplateForm } from './template-form.tsx';

type Way = 'template' | 'markdown' | 'blank';

const WAYS: readonly { readonly way: Way; readonly label: string; readonly hint: string }[] = [
  { way: 'template', label: 'From a template', hint: 'The usual steps for this kind of deal' },
  { way: 'markdown', label: 'From a text', hint: 'Paste or drop a plan written in Markdown' },
  { way: 'blank', label: 'Blank', hint: 'Key dates and an empty list of steps' },
];

export function NewPlanPage() {
  const [way, setWay] = useState<Way>('template');
  const [purpose, setPurpose] = useState<string>();
  useEffect(() => {
    document.title = 'New plan · Tandem';
  }, []);
  const open = (plan: string): void => navigate(`/p/${plan}`);
  return (
    <PageFrame title="New plan">
      <fieldset className="ways">
        <legend className="visually-hidden">How do you begin?</legend>
        {WAYS.map((one) => (
          <label key={one.way} className="way">
            <input
              type="radio"
              name="way"
              checked={way === one.way}
              onChange={() => setWay(one.way)}
            />
            <span>
              <strong>{one.label}</strong>
              <small>{one.hint}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="new-plan">
        <BeforeCreating purpose={purpose} onPurpose={setPurpose} />
        {way === 'markdown' ? (
          <MarkdownForm purpose={purpose} onMade={open} />
        ) : (
          <TemplateForm key={way} isBlank={way === 'blank'} purpose={purpose} onMade={open} />
        )}
      </div>
    </PageFrame>
  );
}
