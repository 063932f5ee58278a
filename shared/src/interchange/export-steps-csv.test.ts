import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepId } from '../plan/ids.ts';
import type { PlanSnapshot } from '../plan/plan.ts';
import { exportStepsCsv } from './export-steps-csv.ts';
import { importMarkdown } from './import-markdown.ts';

function planOf(text: string): PlanSnapshot {
  let state = 1;
  const chance = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const outcome = importMarkdown(text, { chance, schema: 1, timeZone: 'UTC' });
  if (outcome.kind !== 'imported') throw new Error(outcome.message);
  return outcome.plan;
}

const PLAN = planOf(
  '# Plan: Acme + Northwind\n\n## Stakeholders\n\n| Name | Role |\n|-|-|\n| Dana Ruiz | Champion |\n\n' +
    '| # | Action | Owner | Due date | Status | After | Phase | Notes |\n|-|-|-|-|-|-|-|-|\n' +
    '| 1 | Call, "short" | Dana Ruiz signs + Both | 2027-01-02 | Blocked: needs a room from Dana Ruiz | | Legal | a<br>b |\n' +
    '| 2 | Sign | Vendor | | Done | 1 | | |\n',
);

/** A plain reader of RFC 4180. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [];
  for (const line of csv.match(/(?:"(?:[^"]|"")*"|[^"\r\n])*\r\n/g) ?? []) {
    const cells = line.slice(0, -2).match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^",]*)(?=,|$)/g) ?? [];
    rows.push(
      cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    );
  }
  return rows;
}

describe('the steps as CSV', () => {
  it('have a line each, with names and numbers instead of ids', () => {
    const [head, first, second] = parsed(exportStepsCsv(PLAN));
    expect(head).toEqual([
      '#',
      'Action',
      'Owner',
      'Due date',
      'Status',
      'Start',
      'Duration (working days)',
      'Lead time (working days)',
      'After',
      'Workstream',
      'Type',
      'Kind',
      'Deliverable',
      'Approver',
      'Blocked: needs',
      'Blocked: from',
      'Notes',
    ]);
    expect(first?.slice(0, 10)).toEqual([
      '1',
      'Call, "short"',
      'Dana Ruiz signs; Acme; Northwind',
      '2027-01-02',
      'Blocked',
      '',
      '',
      '',
      '',
      'Legal',
    ]);
    expect(first?.slice(14)).toEqual(['a room', 'Dana Ruiz', 'a\nb']);
    expect(second?.slice(0, 9)).toEqual(['2', 'Sign', 'Vendor', '', 'Complete', '', '', '', '1']);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1'])(
    'run no formula: %j',
    (title) => {
      const [, row] = parsed(
        exportStepsCsv({ ...PLAN, steps: PLAN.steps.map((step) => ({ ...step, title })) }),
      );
      expect(row?.[1]).toBe(`'${title}`);
    },
  );

  it('read back as the same cells, whatever stands in them', { timeout: 60_000 }, () => {
    const [step] = PLAN.steps;
    if (!step) throw new Error('the plan has steps');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, notes) => {
        const steps = [{ ...step, id: 'x' as StepId, title, notes }];
        const rows = parsed(exportStepsCsv({ ...PLAN, steps }));
        expect(rows).toHaveLength(2);
        expect(rows[1]).toHaveLength(17);
        expect([title, `'${title}`]).toContain(rows[1]?.[1]);
        expect([notes, `'${notes}`]).toContain(rows[1]?.[16]);
      }),
    );
  });
});
