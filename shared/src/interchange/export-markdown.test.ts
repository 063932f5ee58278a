import { describe, expect, it } from 'vitest';
import type { StakeholderId, StepId, WorkstreamId } from '../plan/ids.ts';
import { embedOf, heading, type NarrativeElement, paragraph } from '../plan/narrative.ts';
import type { PlanSnapshot, Stakeholder, Step } from '../plan/plan.ts';
import { exportMarkdown } from './export-markdown.ts';
import { importMarkdown } from './import-markdown.ts';

const options = { chance: () => 0.5, schema: 1, timeZone: 'UTC' };

function emptyPlan(): PlanSnapshot {
  const outcome = importMarkdown('# Plan: Acme + Northwind', options);
  if (outcome.kind !== 'imported') throw new Error(outcome.message);
  return outcome.plan;
}

const EMPTY = emptyPlan();

function step(title: string, more: Partial<Step> = {}): Step {
  return {
    id: title as StepId,
    title,
    type: 'other',
    kind: 'task',
    owners: [],
    predecessors: [],
    status: 'pending',
    deliverable: '',
    notes: '',
    optional: false,
    pinned: false,
    assumptions: [],
    ...more,
  };
}

const dana: Stakeholder = {
  id: 'dana' as StakeholderId,
  name: 'Dana Ruiz',
  title: 'Director',
  role: 'champion',
  party: 'buyer',
  responsibility: '',
  signatory: false,
};

/** The lines of one section, without the empty ones. */
function section(plan: PlanSnapshot, name: string): readonly string[] {
  const text = exportMarkdown(plan);
  const from = text.indexOf(`\n## ${name}\n`);
  const to = text.indexOf('\n## ', from + 1);
  return text
    .slice(from + 1, to < 0 ? text.length : to)
    .split('\n')
    .slice(1)
    .filter((line) => line !== '');
}

describe('the steps table', () => {
  it('has the template’s five columns while nothing needs more', () => {
    expect(section({ ...EMPTY, steps: [step('Call')] }, 'Steps')).toEqual([
      '| # | Action | Owner | Due date | Status |',
      '|---|--------|-------|----------|--------|',
      '| 1 | Call | | [date] | Pending |',
    ]);
  });

  it('has further columns where a step needs them', () => {
    const legal = { id: 'w' as WorkstreamId, name: 'Legal' };
    const steps = [
      step('Redlines', {
        type: 'legal',
        kind: 'gate',
        workstream: legal.id,
        duration: 10,
        weeks: { first: 3, last: 6 },
      }),
      step('Call', {
        predecessors: ['Redlines' as StepId],
        notes: 'by\nphone',
        pinned: true,
        pinnedWhy: 'the board',
      }),
    ];
    expect(section({ ...EMPTY, steps, workstreams: [legal] }, 'Steps')).toEqual([
      '| # | Action | Owner | Due date | Status | Workstream | Kind | Duration | After | Typical timing | Pinned | Notes |',
      '|---|--------|-------|----------|--------|------------|------|----------|-------|----------------|--------|-------|',
      '| 1 | Redlines | | [date] | Pending | Legal | gate | 10 days | | Week 3-6 | | |',
      '| 2 | Call | | [date] | Pending | | | | 1 | | yes: the board | by<br>phone |',
    ]);
  });

  it('says what a blocked step needs and from whom', () => {
    const steps = [
      step('Sign', {
        type: 'signature',
        status: 'blocked',
        blocked: { needs: 'the DPA', from: dana.id },
      }),
    ];
    expect(section({ ...EMPTY, steps, stakeholders: [dana] }, 'Steps').at(-1)).toBe(
      '| 1 | Sign | | [date] | Blocked: needs the DPA from Dana Ruiz |',
    );
  });

  it('falls back to links where plain words would read as something else', () => {
    const owners = [
      { id: 'a' as Step['owners'][number]['id'], party: 'seller' as const, label: 'Both' },
      { id: 'b' as Step['owners'][number]['id'], label: 'Dana' },
      { id: 'c' as Step['owners'][number]['id'], stakeholder: dana.id, does: 'signs, late' },
    ];
    const blocked = { needs: 'help from Ann', from: 'Bo' };
    const steps = [step('Sign', { type: 'signature', owners, status: 'blocked', blocked })];
    expect(section({ ...EMPTY, steps, stakeholders: [dana] }, 'Steps').at(-1)).toBe(
      '| 1 | Sign | [Both](#seller) + [Dana](#owner) + [Dana Ruiz](#stakeholder-1 "signs, late") | [date] | Blocked: needs help from Ann from Bo |',
    );
  });

  it('escapes what would mean something, and nothing else', () => {
    const title = '# a | b \\ *c* _d_ e_f [g](h) <b> < 2 & &amp; `i` https://a.b/c_d 🚀';
    expect(section({ ...EMPTY, steps: [step(title)] }, 'Steps').at(-1)).toBe(
      '| 1 | # a \\| b \\\\ \\*c\\* \\_d\\_ e_f [g\\](h) \\<b> < 2 & \\&amp; \\`i\\` https://a.b/c_d 🚀 | | [date] | Pending |',
    );
  });
});

describe('the other sections', () => {
  it('are those of the template, and more only when they hold something', () => {
    const headings = exportMarkdown(EMPTY).match(/^#.*$/gm);
    expect(headings).toEqual([
      '# Plan: Acme + Northwind',
      '## Goal',
      '## Key dates',
      '## Steps',
      '## Stakeholders',
      '## Success criteria',
      '## Risks and blockers',
    ]);
    const more = exportMarkdown({
      ...EMPTY,
      template: 'enterprise',
      timeZone: 'Europe/Oslo',
      value: 120_000,
      currency: 'EUR',
      weekend: [5, 6],
      workstreams: [{ id: 'w' as WorkstreamId, name: 'Legal' }],
    });
    expect(more).toContain('## Workstreams\n\n1. Legal\n');
    expect(more.slice(more.indexOf('## Plan details'))).toBe(
      '## Plan details\n\n- Template: enterprise\n- Value: 120000\n- Currency: EUR\n- Time zone: Europe/Oslo\n- Weekend: Friday, Saturday\n',
    );
  });

  it('say title, role and company of a person in one cell', () => {
    const gap: Stakeholder = {
      ...dana,
      id: 'x' as StakeholderId,
      name: '',
      title: 'Counsel',
      role: 'legal',
    };
    const { party: _, ...nobody } = {
      ...dana,
      id: 'y' as StakeholderId,
      name: 'Moe, Ingrid',
      title: '',
    };
    expect(
      section({ ...EMPTY, stakeholders: [dana, gap, nobody] }, 'Stakeholders').slice(2),
    ).toEqual([
      '| Dana Ruiz | Director, champion (Northwind) | |',
      '| TBD | Counsel (Northwind) | |',
      '| [Moe, Ingrid](#name) | champion (party not known) | |',
    ]);
  });

  it('write reasons below a key date', () => {
    const keyDates = EMPTY.keyDates.map((row) =>
      row.label === 'Go-live target' ? { ...row, why: 'summer peak', dateReason: 'freeze' } : row,
    );
    expect(section({ ...EMPTY, keyDates }, 'Key dates')).toEqual([
      '- Evaluation start: [date]',
      '- Decision target: [date]',
      '- Go-live target: [date]',
      '  - Why: summer peak',
      '  - Moved because: freeze',
    ]);
  });
});

describe('free text', () => {
  const at = (...nodes: NarrativeElement[]): string =>
    exportMarkdown({ ...EMPTY, narrative: nodes });

  it('stands where it is in the narrative', () => {
    const text = at(
      paragraph('Hello.'),
      embedOf('goal'),
      heading(2, 'Background'),
      paragraph('Old.'),
      embedOf('risks'),
    );
    expect(text.indexOf('Hello.')).toBeLessThan(text.indexOf('## Goal'));
    expect(text).toContain('## Goal\n\n## Background\n\nOld.\n\n## Risks and blockers');
    expect(text).not.toContain('<!--');
  });

  it('is marked behind a section that would take it, and where it looks like one', () => {
    expect(at(embedOf('goal'), paragraph('Hello.'))).toContain(
      '<!-- text -->\n\nHello.\n\n<!-- /text -->',
    );
    expect(at(heading(2, 'Steps'), paragraph('x'))).toContain('<!-- text -->\n\n## Steps');
    const bold = { type: 'text', text: 'Go-live', marks: [{ type: 'bold' }] } as const;
    const line = {
      type: 'paragraph',
      content: [bold, { type: 'text', text: ': 2027-05-03' }],
    } as const;
    expect(at(line)).toContain('<!-- text -->\n\n**Go-live**');
  });

  it('cannot close its own mark', () => {
    const text = at(embedOf('goal'), paragraph('<!-- /text -->'), heading(2, 'Risks'));
    expect(text).toContain('\\<!-- /text -->');
    const outcome = importMarkdown(text, options);
    expect(outcome.kind === 'imported' && outcome.plan.narrative.slice(0, 3)).toEqual([
      embedOf('goal'),
      paragraph('<!-- /text -->'),
      heading(2, 'Risks'),
    ]);
  });
});
