/** The white sheet: title, what kind of plan it is, and the running text with its blocks. */

import { TextCell } from '../cells/text-cell.tsx';
import { NarrativeEditor } from '../editor/narrative-editor.tsx';
import { usePlan } from '../session/hooks.ts';
import { planFacts } from './plan-facts.ts';

const TITLE = { kind: 'plan', id: 'plan', field: 'title' } as const;

export function Sheet() {
  const title = usePlan((plan) => plan.title);
  const facts = usePlan(planFacts);
  return (
    <main className="sheet" id="sheet">
      <h1 className="sheet-title">
        <TextCell subject={TITLE} label="Title" text={title} placeholder="Name this plan" />
      </h1>
      <p className="sheet-facts">{facts}</p>
      <NarrativeEditor />
    </main>
  );
}
