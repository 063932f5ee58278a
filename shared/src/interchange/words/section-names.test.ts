import { describe, expect, it } from 'vitest';
import { readColumns, STAKEHOLDER_COLUMNS, STEP_COLUMNS } from './column-names.ts';
import { standardKeyDate } from './key-date-labels.ts';
import { SECTION_HEADINGS, type SectionName, sectionOf } from './section-names.ts';

describe('a heading', () => {
  it.each([
    ['Goal', 'goal'],
    ['Why we are doing this', 'goal'],
    ['1. Objectives', 'goal'],
    ['Key dates', 'key-dates'],
    ['Steps & Timeline', 'steps'],
    ['Action plan', 'steps'],
    ['Milestones', 'steps'],
    ['Neste steg', 'steps'],
    ['Key Stakeholders', 'stakeholders'],
    ['Project team', 'stakeholders'],
    ['What success looks like', 'criteria'],
    ['Success criteria:', 'criteria'],
    ['Erfolgskriterien', 'criteria'],
    ['Risks and dependencies', 'risks'],
    ['🚧 Risks (draft)', 'risks'],
    ['Helpful resources', 'resources'],
    ['Technical requirements', 'requirements'],
    ['Sign-off', 'sign-off'],
  ] as const)('%s announces %s', (heading, section) => {
    expect(sectionOf(heading)).toBe(section);
  });

  it.each([
    'Background',
    'Commercial terms',
    'Goals and risks',
    'Pricing',
    '',
    'Phase 1: Evaluate',
  ])('"%s" announces nothing', (heading) => {
    expect(sectionOf(heading)).toBeUndefined();
  });

  it('of our own exports announces its section', () => {
    for (const section of Object.keys(SECTION_HEADINGS) as SectionName[]) {
      expect(sectionOf(SECTION_HEADINGS[section])).toBe(section);
    }
  });
});

describe('columns', () => {
  const keys = (headings: readonly string[]): readonly string[] =>
    headings.map(
      (_, i) => [...readColumns(STEP_COLUMNS, headings).at].find(([, at]) => at === i)?.[0] ?? '?',
    );

  it.each([
    [
      ['#', 'Action', 'Owner', 'Due date', 'Status'],
      ['number', 'title', 'owner', 'due', 'status'],
    ],
    [
      ['Task', 'DRI', 'By when', 'State', 'Depends on', 'Comments'],
      ['title', 'owner', 'due', 'status', 'after', 'notes'],
    ],
    [
      ['What', 'Who', 'When'],
      ['title', 'owner', 'due'],
    ],
    [
      ['Schritt', 'Verantwortlich', 'Fällig', 'Status'],
      ['title', 'owner', 'due', 'status'],
    ],
    [
      ['Étape', 'Responsable', 'Échéance', 'Statut'],
      ['title', 'owner', 'due', 'status'],
    ],
    [
      ['Paso', 'Responsable', 'Fecha límite', 'Estado'],
      ['title', 'owner', 'due', 'status'],
    ],
    [
      ['Oppgave', 'Ansvarlig', 'Frist', 'Status'],
      ['title', 'owner', 'due', 'status'],
    ],
    [
      ['Phase', 'Milestone', 'Target Date', 'Output'],
      ['workstream', 'title', 'due', 'deliverable'],
    ],
    [
      ['Action', 'Owner', 'Typical timing'],
      ['title', 'owner', 'weeks'],
    ],
    [
      ['Step', 'Priority', 'Date'],
      ['title', '?', 'due'],
    ],
  ])('%s', (headings, expected) => {
    expect(keys(headings)).toEqual(expected);
  });

  it('of two candidates the more telling one is taken, the other is unknown', () => {
    const { at, unknown } = readColumns(STEP_COLUMNS, ['Milestone', 'Action', 'Date', 'Due date']);
    expect([at.get('title'), at.get('due'), unknown]).toEqual([1, 3, [0, 2]]);
  });

  it('of people tell a role from a title', () => {
    const { at } = readColumns(STAKEHOLDER_COLUMNS, [
      'Role',
      'Name',
      'Job title',
      'Company',
      'E-mail',
    ]);
    expect(Object.fromEntries(at)).toEqual({ role: 0, name: 1, title: 2, party: 3, email: 4 });
  });
});

describe('a key date', () => {
  it.each([
    ['Evaluation start', 'evaluation-start'],
    ['Decision target', 'decision'],
    ['Go/no-go decision', 'decision'],
    ['Contract Signature Target', 'signature'],
    ['Target close date', 'signature'],
    ['Target Go-Live Date', 'go-live'],
    ['Launch', 'go-live'],
    ['Mise en service', 'go-live'],
    ['Created', undefined],
    ['Board meeting', undefined],
    ['Kick-off', undefined],
  ] as const)('%s is %s', (label, id) => {
    expect(standardKeyDate(label)).toBe(id);
  });
});
