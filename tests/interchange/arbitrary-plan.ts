/** Plans that Markdown can hold, and plans that hold more; the docstring of the export says what that is. */

import { isNothing, nameKey } from '@tandem/shared/interchange/words/plain-words';
import { type CalendarDate, fromDayNumber } from '@tandem/shared/plan/calendar-date';
import * as kinds from '@tandem/shared/plan/kinds';
import type { PlanSnapshot, Workstream } from '@tandem/shared/plan/plan';
import fc from 'fast-check';
import { narrative } from './arbitrary-narrative.ts';
import {
  day,
  keyDates,
  maybe,
  ownersOf,
  some,
  stakeholder,
  stepOf,
  text,
} from './arbitrary-rows.ts';

const streamNames = fc.uniqueArray(
  text
    .map((value) => value.trim())
    .filter((value) => !isNothing(value) && nameKey(value) !== '' && !value.includes('\n')),
  { maxLength: 3, selector: nameKey },
);
const partyCalendar = fc.record({
  holidays: fc.array(fc.record({ date: day, name: maybe }), { maxLength: 2 }),
  blackouts: fc.array(
    fc
      .tuple(day, fc.nat(30), maybe)
      .map(([from, days, name]) => ({ from, to: plus(from, days), name })),
    { maxLength: 1 },
  ),
});

function plus(date: CalendarDate, days: number): CalendarDate {
  const all = Array.from({ length: 1_600 }, (_, i) => fromDayNumber(20_000 + i));
  return all[all.indexOf(date) + days] ?? date;
}

const id = (name: string, i: number) => `${name}${i}` as never;

/** A plan that Markdown can hold; the docstring of the export says what it cannot. */
export const plan: fc.Arbitrary<PlanSnapshot> = fc
  .tuple(fc.nat(3), fc.nat(3), streamNames)
  .chain(([people, steps, names]) =>
    fc
      .tuple(
        fc.record({
          title: text,
          seller: maybe,
          buyer: maybe,
          product: maybe,
          template: fc.constantFrom(...kinds.TEMPLATE_IDS),
          dealType: fc.constantFrom(...kinds.DEAL_TYPES),
          variant: fc.constantFrom(...kinds.VARIANTS),
          start: fc.constantFrom(...kinds.START_MODES),
          timeZone: fc.constantFrom('UTC', 'Europe/Oslo'),
          weekend: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const),
          calendars: fc.record({ seller: partyCalendar, buyer: partyCalendar }),
          goal: fc.record({
            problem: maybe,
            decision: fc.oneof(fc.constant('go/no-go'), text),
            outcome: maybe,
            consequence: maybe,
          }),
          keyDates,
          narrative,
          stakeholders: fc.tuple(...Array.from({ length: people }, (_, i) => stakeholder(i))),
          steps: fc.tuple(
            ...Array.from({ length: steps }, (_, i) => stepOf(i, steps, people, names.length)),
          ),
          criteria: fc.array(
            fc
              .record({
                text: maybe,
                validation: maybe,
                consequence: maybe,
                owners: ownersOf(people),
                type: fc.constantFrom(...kinds.CRITERION_TYPES),
                result: fc.constantFrom(...kinds.CRITERION_RESULTS),
              })
              .filter((row) => row.text !== ''),
            { maxLength: 3 },
          ),
          risks: fc.array(
            fc
              .tuple(
                fc.record({
                  text,
                  impact: maybe,
                  mitigation: maybe,
                  owners: ownersOf(people),
                  steps: fc.constant([]),
                }),
                some<{ likelihood: kinds.Likelihood }>({
                  likelihood: fc.constantFrom(...kinds.LIKELIHOODS),
                }),
              )
              .map(([row, more]) => ({ ...row, ...more })),
            { maxLength: 2 },
          ),
          resources: fc.array(
            fc
              .tuple(
                fc.record({
                  title: text,
                  type: fc.constantFrom(...kinds.RESOURCE_TYPES),
                  steps: fc.constant([]),
                }),
                some<{ url: string }>({
                  url: fc.constantFrom(
                    'https://a.b/c?d=e',
                    'https://a.b/(c)_d_',
                    'mailto:a@b.cd',
                    'docs/a b',
                    'www.a.b',
                  ),
                }),
              )
              .map(([row, more]) => ({ ...row, ...more })),
            { maxLength: 2 },
          ),
          requirements: fc.array(
            fc.record({
              text,
              notes: maybe,
              owners: ownersOf(people),
              state: fc.constantFrom(...kinds.REQUIREMENT_STATES),
            }),
            { maxLength: 2 },
          ),
          glossary: fc.array(
            fc
              .tuple(
                fc.record({ term: text, meaning: maybe }),
                some<{ type: kinds.StepType }>({ type: fc.constantFrom(...kinds.STEP_TYPES) }),
              )
              .map(([row, more]) => ({ ...row, ...more })),
            { maxLength: 2 },
          ),
        }),
        some<Pick<PlanSnapshot, 'value' | 'currency'>>({
          value: fc.nat(),
          currency: fc.constantFrom('EUR', 'NOK'),
        }),
      )
      .map(([base, more]) => ({
        ...base,
        ...more,
        schema: 7,
        workstreams: names.map((name, i): Workstream => ({ id: id('stream', i), name })),
        criteria: base.criteria.map((row, i) => ({ ...row, id: id('criterion', i) })),
        risks: base.risks.map((row, i) => ({ ...row, id: id('risk', i) })),
        resources: base.resources.map((row, i) => ({ ...row, id: id('resource', i) })),
        requirements: base.requirements.map((row, i) => ({ ...row, id: id('requirement', i) })),
        glossary: base.glossary.map((row, i) => ({ ...row, id: id('word', i) })),
      })),
  );

/** What the file does not carry: confirmations, edits, names that two workstreams share, a torn narrative. */
export const richerPlan: fc.Arbitrary<PlanSnapshot> = fc
  .tuple(plan, fc.infiniteStream(fc.boolean()))
  .map(([held, coin]) => {
    const now = (): boolean => coin.next().value === true;
    return {
      ...held,
      title: now() ? held.title : '',
      workstreams: held.workstreams.map((row) =>
        now() ? row : { ...row, name: now() ? '' : 'Legal' },
      ),
      keyDates: held.keyDates
        .filter(() => now() || now())
        .map((row) => ({ ...row, dateEdit: id('edit', 1) })),
      steps: held.steps.map((step) => ({
        ...step,
        dueEdit: id('edit', 1),
        pinnedWhy: 'the board',
        blocked: { needs: '', from: '' },
        confirmed: { by: 'Dana', party: 'buyer', at: '2027-01-01T00:00:00Z' },
        owners: step.owners.map((owner) => ({
          ...owner,
          does: now() ? '' : 'sends',
          label: now() ? '' : 'x',
        })),
        predecessors: [...step.predecessors, id('gone', 1)],
      })),
      risks: held.risks.map((risk) =>
        now() ? risk : { ...risk, text: '', impact: '', mitigation: '' },
      ),
      narrative: held.narrative
        .filter(now)
        .flatMap((node) => (now() ? [node] : [node, { type: 'paragraph' }, node])),
    };
  });
