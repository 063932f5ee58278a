// Long on purpose: one document for each section, and all that may stand beside it.

import { describe, expect, it } from 'vitest';
import { embedOf, narrativeText } from '../plan/narrative.ts';
import { importMarkdown } from './import-markdown.ts';
import type { ImportOutcome } from './import-outcome.ts';

type Imported = Extract<ImportOutcome, { kind: 'imported' }>;

function imported(text: string): Imported {
  let state = 1;
  const chance = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const outcome = importMarkdown(text, { chance, schema: 1, timeZone: 'Europe/Oslo' });
  if (outcome.kind !== 'imported') throw new Error(outcome.message);
  return outcome;
}

const kept = ({ report }: Imported): readonly string[] =>
  report.items.map(({ line, text, keptIn }) => `${line} ${text} → ${keptIn}`);

describe('people', () => {
  it('have their party by a heading, a bold row, a column or brackets', () => {
    const { plan } = imported(
      [
        '# Joint plan: Acme + Northwind\n\n## Team\n\n### Northwind\n\n| Name | Title |\n|-|-|\n| Dana | Director, champion |',
        '### Acme\n\n- Maya Stone – Account executive\n\n## Contacts\n\n| Name | Company |\n|-|-|\n| Ann | Northwind Inc |\n| Bo | Acme |',
      ].join('\n\n'),
    );
    expect(plan.stakeholders.map(({ name, party }) => [name, party])).toEqual([
      ['Dana', 'buyer'],
      ['Maya Stone', 'seller'],
      ['Ann', 'buyer'],
      ['Bo', 'seller'],
    ]);
    expect(plan.narrative.some((node) => node.type === 'heading')).toBe(false);
  });

  it('of a group that is neither party keep its heading as text', () => {
    const read = imported('# Plan: A + B\n\n## Team\n\n### Advisors\n\n- Ann Onym\n');
    expect(read.plan.stakeholders).toMatchObject([{ name: 'Ann Onym' }]);
    expect(kept(read)).toEqual(['5 Advisors → narrative']);
  });

  it('written with their role first are told from roles written with their name first', () => {
    const { plan } = imported(
      '# P\n\n## Team\n\n- Economic buyer: Victor Lang, VP Finance\n- Dana Ruiz: Director\n',
    );
    expect(plan.stakeholders).toMatchObject([
      { name: 'Victor Lang', title: 'VP Finance', role: 'economic-buyer', party: 'buyer' },
      { name: 'Dana Ruiz', title: 'Director', role: 'other' },
    ]);
  });

  it('keep what no column of a plan holds', () => {
    const read = imported('# P\n\n## People\n\n| Name | Phone |\n|-|-|\n| Ann | 555 |\n');
    expect(read.plan.narrative.map(narrativeText)).toContain('Ann – Phone: 555');
    expect(kept(read)).toEqual(['5 Phone → narrative']);
  });
});

describe('criteria, risks, resources and requirements', () => {
  it('are read from lists', () => {
    const { plan } = imported(
      [
        '# P\n\n## Success criteria\n\n1. Technical: the sandbox imports quotes\n2. ROI: six months\n3. Note: nice to have\n\nIf all criteria are met: we sign',
        '## Risks\n\n- Holidays. Impact: two weeks. Mitigation: start early (Procurement)\n- Plain risk (see above)',
        '## Resources\n\n- [White paper](https://a.example/w.pdf)\n- Pricing: https://a.example/p\n- Ask Ann\n- [run](javascript:alert)',
        '## Technical requirements\n\n- [x] SSO\n- Audit trail',
      ].join('\n\n'),
    );
    expect(plan.criteria.map(({ text, type }) => [text, type])).toEqual([
      ['the sandbox imports quotes', 'technical'],
      ['six months', 'roi'],
      ['Note: nice to have', 'other'],
    ]);
    expect(plan.goal.consequence).toBe('we sign');
    expect(plan.risks).toMatchObject([
      {
        text: 'Holidays.',
        impact: 'two weeks.',
        mitigation: 'start early',
        owners: [{ label: 'Procurement', party: 'buyer' }],
      },
      { text: 'Plain risk (see above)', mitigation: '', owners: [] },
    ]);
    expect(plan.resources.map(({ title, url }) => [title, url])).toEqual([
      ['White paper', 'https://a.example/w.pdf'],
      ['Pricing', 'https://a.example/p'],
      ['Ask Ann', undefined],
      ['run (javascript:alert)', undefined],
    ]);
    expect(plan.requirements.map(({ text, state }) => [text, state])).toEqual([
      ['SSO', 'met'],
      ['Audit trail', 'open'],
    ]);
  });

  it('are read from tables, with owners and steps', () => {
    const { plan } = imported(
      [
        '# P\n\n| # | Action | Owner |\n|-|-|-|\n| 1 | Call | |',
        '## Risks\n\n| Risk | Likelihood | Owner | Steps | Cost |\n|-|-|-|-|-|\n| Delay | H | AE | 1 | 5k |',
        '## Criteria\n\n| Criterion | Type | How to validate | Status |\n|-|-|-|-|\n| Fast | performance | test | ✅ |\n| Safe | odd | audit | maybe |',
        '## Requirements\n\n| Requirement | Status | Notes |\n|-|-|-|\n| SSO | not met | SAML |',
        '## Glossary\n\n- **Vendor management**: procurement',
      ].join('\n\n'),
    );
    expect(plan.risks).toMatchObject([
      {
        text: 'Delay',
        likelihood: 'high',
        owners: [{ label: 'AE', party: 'seller' }],
        steps: [plan.steps[0]?.id],
      },
    ]);
    expect(plan.criteria).toMatchObject([
      { text: 'Fast', type: 'performance', validation: 'test', result: 'pass' },
      { text: 'Safe', type: 'other', validation: 'audit', result: 'open' },
    ]);
    expect(plan.requirements).toMatchObject([{ text: 'SSO', state: 'not-met', notes: 'SAML' }]);
    expect(plan.glossary).toMatchObject([{ term: 'Vendor management', meaning: 'procurement' }]);
    expect(plan.narrative.map(narrativeText)).toEqual(
      expect.arrayContaining(['Delay – Cost: 5k', 'Safe – Type: odd', 'Safe – Result: maybe']),
    );
  });
});

describe('what is no part of a plan', () => {
  it('stays as text at its place, formatted, and is reported', () => {
    const read = imported(
      '# P\n\nHello *you*.\n\n## Goal\n\nWe want it.\n\n- a list\n\n## Background\n\n> old `x` ~~y~~ [z](https://a.b)\n\n## Steps\n\nAll dates are rough.\n',
    );
    expect(read.plan.narrative.slice(0, 6)).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Hello ' },
          { type: 'text', text: 'you', marks: [{ type: 'italic' }] },
          { type: 'text', text: '.' },
        ],
      },
      embedOf('goal'),
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a list' }] }],
          },
        ],
      },
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Background' }] },
      {
        type: 'blockquote',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'old ' },
              { type: 'text', text: 'x', marks: [{ type: 'code' }] },
              { type: 'text', text: ' ' },
              { type: 'text', text: 'y', marks: [{ type: 'strike' }] },
              { type: 'text', text: ' ' },
              {
                type: 'text',
                text: 'z',
                marks: [{ type: 'link', attrs: { href: 'https://a.b' } }],
              },
            ],
          },
        ],
      },
      embedOf('steps'),
    ]);
    expect(read.plan.goal.outcome).toBe('We want it.');
    expect(kept(read)).toEqual([
      '3 Hello you. → narrative',
      '9 a list → narrative',
      '11 Background → narrative',
      '17 All dates are rough. → narrative',
    ]);
  });

  it('may carry no link that runs something, no image of another host and no HTML', () => {
    const { plan } = imported(
      '# P\n\n[x](javascript:alert(1)) ![pic](https://a.b/c.png) <b>bold</b>\n\n<script>alert(1)</script>\n',
    );
    const text = JSON.stringify(plan.narrative);
    expect(text).not.toContain('"href":"javascript');
    expect(plan.narrative.map(narrativeText)).toContain('x (javascript:alert(1)) pic <b>bold</b>');
    expect(plan.narrative.map(narrativeText)).toContain('<script>alert(1)</script>');
  });

  it('keeps front matter as code, and the lines of what follows', () => {
    const read = imported(
      '---\ntitle: x\n---\n\n# P\n\n| Action | Due |\n|-|-|\n| Call | soon |\n',
    );
    expect(read.plan.title).toBe('P');
    expect(read.plan.narrative[0]).toMatchObject({
      type: 'codeBlock',
      attrs: { language: 'yaml' },
    });
    expect(kept(read)).toEqual(['1 title: x → narrative', '9 soon → notes']);
  });

  it('is the decision date of the goal where the key dates say another', () => {
    const read = imported(
      '# P\n\n## Goal\n\nA evaluates B to solve C and makes a go/no-go decision by 1 May 2027.\n\n## Key dates\n\n- Decision target: 2027-05-08\n',
    );
    expect(read.plan.keyDates.find(({ id }) => id === 'decision')?.date).toBe('2027-05-08');
    expect(read.report.items).toMatchObject([{ text: '2027-05-01', keptIn: 'narrative' }]);
  });
});

describe('a file', () => {
  it('without anything is an empty plan', () => {
    const { plan } = imported('');
    expect([plan.title, plan.steps, plan.timeZone]).toEqual([
      'Mutual Action Plan',
      [],
      'Europe/Oslo',
    ]);
    expect(plan.keyDates).toHaveLength(4);
  });

  it('with the line ends and the mark of another system reads the same', () => {
    const text = '# P\n\n## Steps\n\n| Action | Due |\n|-|-|\n| Call | 2027-01-02 |\n';
    expect(imported(`\uFEFF${text.replaceAll('\n', '\r\n')}`).plan).toEqual(imported(text).plan);
  });

  it('without empty lines keeps its tables apart from its text', () => {
    const read = imported(
      '# P\n## Steps\nAll rough.\n| Action | Due |\n|---|---|\n| Call | soon |\nMore later.\n| Action |\n|---|\n| Sign |\n## Risks\n| Risk | Impact |\n|---|---|\n| Delay | weeks |\nAnd so on.\n```\n| a |\n|---|\nb\n```\n',
    );
    expect(read.plan.steps.map(({ title }) => title)).toEqual(['Call', 'Sign']);
    expect(read.plan.risks.map(({ text }) => text)).toEqual(['Delay']);
    expect(kept(read)).toEqual([
      '3 All rough. → narrative',
      '6 soon → notes',
      '7 More later. → narrative',
      '15 And so on. → narrative',
      '16 | a |\n|---|\nb → narrative',
    ]);
  });

  it('with sections as headings of the first level reads the same', () => {
    const { plan } = imported('# Goal\n\nWe want it.\n\n# Steps\n\n| Action |\n|-|\n| Call |\n');
    expect([plan.goal.outcome, plan.steps.length]).toEqual(['We want it.', 1]);
  });

  it('with bold lines for headings reads the same', () => {
    const { plan } = imported('# P\n\n**Goal**\n\nWe want it.\n\n**Risks:**\n\n- Delay\n');
    expect([plan.goal.outcome, plan.risks.length]).toEqual(['We want it.', 1]);
  });

  it('may name its parties, its product and its settings', () => {
    const { plan } = imported(
      '# P\n\nVendor: Acme\nCustomer: Northwind\n\n## Plan details\n\n- Product: Relay\n- Template: enterprise\n- Value: 120000\n- Currency: EUR\n- Time zone: UTC\n- Weekend: Friday, Saturday\n- Buyer holiday: 2027-05-17 Constitution Day\n- Seller blackout: 2027-06-21 to 2027-07-02 Quarter planning\n- Time zone: Mars/Crater\n- Colour: red\n',
    );
    expect(plan).toMatchObject({
      seller: 'Acme',
      buyer: 'Northwind',
      product: 'Relay',
      template: 'enterprise',
      value: 120_000,
      currency: 'EUR',
      timeZone: 'UTC',
      weekend: [5, 6],
      calendars: {
        buyer: { holidays: [{ date: '2027-05-17', name: 'Constitution Day' }] },
        seller: { blackouts: [{ from: '2027-06-21', to: '2027-07-02', name: 'Quarter planning' }] },
      },
    });
    expect(plan.narrative.map(narrativeText)).toEqual(
      expect.arrayContaining(['Time zone: Mars/Crater', 'Colour: red']),
    );
  });
});
