import { describe, expect, it } from 'vitest';
import { embedOf } from '../plan/narrative.ts';
import type { PlanSnapshot } from '../plan/plan.ts';
import { importMarkdown } from './import-markdown.ts';
import type { DateOrder, ImportOutcome } from './import-outcome.ts';

type Imported = Extract<ImportOutcome, { kind: 'imported' }>;

function outcomeOf(text: string, dates?: DateOrder): ImportOutcome {
  let state = 1;
  const chance = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const options = { chance, schema: 1, timeZone: 'Europe/Oslo' };
  return importMarkdown(text, dates === undefined ? options : { ...options, dates });
}

function imported(text: string, dates?: DateOrder): Imported {
  const outcome = outcomeOf(text, dates);
  if (outcome.kind !== 'imported') throw new Error(outcome.message);
  return outcome;
}

/** A plan with one steps table of these lines. */
function steps(...lines: string[]): Imported {
  return imported(`# P\n\n## Steps\n\n${lines.join('\n')}\n`);
}

const kept = ({ report }: Imported): readonly string[] =>
  report.items.map(({ line, text, keptIn }) => `${line} ${text} → ${keptIn}`);

const workstreams = (plan: PlanSnapshot): readonly (string | undefined)[] =>
  plan.steps.map((step) => plan.workstreams.find(({ id }) => id === step.workstream)?.name);

describe('steps', () => {
  it('are read from other columns in another order', () => {
    const { plan } = steps(
      '| When | What | Who | State | Output | Duration | Comments |',
      '|---|---|---|---|---|---|---|',
      '| 8 Mar 2027 | Security review | Dana | WIP | Report | 2 weeks | by mail |',
    );
    expect(plan.steps[0]).toMatchObject({
      title: 'Security review',
      type: 'security',
      due: '2027-03-08',
      status: 'in-progress',
      deliverable: 'Report',
      duration: 10,
      notes: 'by mail',
      owners: [{ label: 'Dana' }],
    });
  });

  it('keep what is no date, no status, no duration and no column in their notes', () => {
    const read = steps(
      '| Action | Due date | Status | Duration | Priority |',
      '|---|---|---|---|---|',
      '| Call | ASAP | Cancelled | a while | high |',
      '| Mail | 8 March | Done (by mail) | 2-4 weeks | |',
      '| Sign | 8 Mar 2027 (tentative) | On hold - budget freeze | | |',
    );
    expect(read.plan.steps.map(({ notes, due, status }) => [notes, due, status])).toEqual([
      [
        'Due date: ASAP\nStatus: Cancelled\nDuration: a while\nPriority: high',
        undefined,
        'pending',
      ],
      ['Due date: 8 March\nStatus: Done (by mail)\nDuration: 2-4 weeks', undefined, 'complete'],
      ['Due date: 8 Mar 2027 (tentative)', '2027-03-08', 'blocked'],
    ]);
    expect(read.plan.steps[2]?.blocked).toEqual({ needs: 'budget freeze' });
    expect(kept(read)).toEqual([
      '5 Priority → notes',
      '7 ASAP → notes',
      '7 Cancelled → notes',
      '7 a while → notes',
      '8 8 March → notes',
      '8 Done (by mail) → notes',
      '8 2-4 weeks → notes',
      '9 8 Mar 2027 (tentative) → notes',
    ]);
  });

  it('take week windows and ranges as such', () => {
    const { plan } = steps(
      '| Action | Typical timing | Due |',
      '|---|---|---|',
      '| Pilot | Week 4-8 | |',
      '| Review | | Week 9 |',
      '| Visit | | 8–12 Mar 2027 |',
    );
    expect(plan.steps.map(({ weeks, start, due }) => [weeks, start, due])).toEqual([
      [{ first: 4, last: 8 }, undefined, undefined],
      [{ first: 9, last: 9 }, undefined, undefined],
      [undefined, '2027-03-08', '2027-03-12'],
    ]);
  });

  it('find their predecessors by number, range and title', () => {
    const { plan } = steps(
      '| No. | Step | Depends on |',
      '|---|---|---|',
      '| 1 | Discovery, in depth | none |',
      '| 2 | Pilot in Oslo (3 weeks) | Discovery, in depth |',
      '| 3 | Review | Step 1 and #2 |',
      '| 4 | Sign | 1-3 |',
      '| 5 | Onboard | Pilot in Oslo; 4; the moon |',
    );
    const numbers = new Map(plan.steps.map(({ id }, i) => [id, i + 1]));
    expect(plan.steps.map((step) => step.predecessors.map((id) => numbers.get(id)))).toEqual([
      [],
      [1],
      [1, 2],
      [1, 2, 3],
      [2, 4],
    ]);
    expect(plan.steps[4]?.notes).toBe('After: the moon');
  });

  it('count anew in each table', () => {
    const { plan } = imported(
      '# P\n\n## Discover\n\n| # | Action | After |\n|-|-|-|\n| 1 | A | |\n| 2 | B | 1 |\n\n## Buy\n\n| # | Action | After |\n|-|-|-|\n| 1 | C | |\n| 2 | D | 1 |\n',
    );
    expect(plan.steps.map((step) => step.predecessors[0])).toEqual([
      undefined,
      plan.steps[0]?.id,
      undefined,
      plan.steps[2]?.id,
    ]);
    expect(workstreams(plan)).toEqual(['Discover', 'Discover', 'Buy', 'Buy']);
    expect(plan.narrative[0]).toEqual(embedOf('steps'));
  });

  it('take bold rows and a column as workstreams', () => {
    const grouped = steps(
      '| Action | Owner |',
      '|---|---|',
      '| **Legal** | |',
      '| Redlines | Both |',
    );
    expect(workstreams(grouped.plan)).toEqual(['Legal']);
    const column = steps(
      '| Phase | Action |',
      '|---|---|',
      '| Legal | Redlines |',
      '| legal | Sign |',
      '| | Call |',
    );
    expect(workstreams(column.plan)).toEqual(['Legal', 'Legal', undefined]);
    expect(column.plan.workstreams).toHaveLength(1);
  });

  it('are read from a list', () => {
    const read = imported(
      '# P\n\n## Stakeholders\n\n- Priya Kapoor – InfoSec lead\n\n## Next steps\n\n1. Security review – Priya Kapoor – due 3 March 2027\n2. [x] Kickoff\n3. Sign – when ready\n   - in blue ink\n',
    );
    expect(
      read.plan.steps.map(({ title, due, status, notes }) => [title, due, status, notes]),
    ).toEqual([
      ['Security review', '2027-03-03', 'pending', ''],
      ['Kickoff', undefined, 'complete', ''],
      ['Sign', undefined, 'pending', 'when ready\nin blue ink'],
    ]);
    expect(read.plan.steps[0]?.owners).toMatchObject([
      { stakeholder: read.plan.stakeholders[0]?.id },
    ]);
  });

  it('with an optional title may be left out', () => {
    const { plan } = steps(
      '| Action |',
      '|---|',
      '| Pilot (if applicable) |',
      '| Negotiation (if needed) |',
      '| Sign |',
    );
    expect(plan.steps.map((step) => step.optional)).toEqual([true, true, false]);
  });
});

describe('dates in which day and month could change places', () => {
  const text = (...dates: string[]): string =>
    `# P\n\n| Action | Due |\n|---|---|\n${dates.map((date) => `| Call | ${date} |`).join('\n')}\n`;

  it('are asked about once, with examples', () => {
    const outcome = outcomeOf(text('3/12/27', '2027-03-03', '4/12/27'));
    expect(outcome).toMatchObject({
      kind: 'ambiguous-dates',
      examples: [
        { text: '3/12/27', line: 5 },
        { text: '4/12/27', line: 7 },
      ],
    });
    expect(outcome.kind === 'ambiguous-dates' && outcome.message).toMatch(/3\/12\/27.*dmy or mdy/);
  });

  it('are read as was answered', () => {
    expect(imported(text('3/12/27'), 'dmy').plan.steps[0]?.due).toBe('2027-12-03');
    expect(imported(text('3/12/27'), 'mdy').plan.steps[0]?.due).toBe('2027-03-12');
  });

  it('are settled by another date of the file', () => {
    expect(imported(text('3/12/27', '25/12/27')).plan.steps[0]?.due).toBe('2027-12-03');
    expect(imported(text('3/12/27', '12/25/27')).plan.steps[0]?.due).toBe('2027-03-12');
  });

  it('are asked about where two dates contradict each other', () => {
    expect(outcomeOf(text('25/12/27', '12/25/27')).kind).toBe('ambiguous-dates');
  });

  it('are no question outside of dates, nor where both readings are one day', () => {
    expect(imported('# P\n\nThe ratio is 3/12/27.\n').kind).toBe('imported');
    expect(imported(text('3/3/27')).plan.steps[0]?.due).toBe('2027-03-03');
    expect(imported(text('12.3.2027')).plan.steps[0]?.due).toBe('2027-03-12');
  });

  it('that the answer makes impossible are kept in the notes', () => {
    const read = imported(text('25/12/27'), 'mdy');
    expect(read.plan.steps[0]).toMatchObject({ notes: 'Due date: 25/12/27' });
    expect(kept(read)).toEqual(['5 25/12/27 → notes']);
  });

  it('in the goal and the key dates are asked about too', () => {
    expect(outcomeOf('# P\n\n## Key dates\n\n- Go-live: 3/4/2027\n').kind).toBe('ambiguous-dates');
    const goal = 'A evaluates B to solve C and makes a go/no-go decision by 3/4/2027.';
    expect(outcomeOf(`# P\n\n## Goal\n\n${goal}\n`).kind).toBe('ambiguous-dates');
  });
});
