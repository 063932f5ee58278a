/** Risks: the template's table, and lists such as "… Mitigation: pre-read on 15 April (Jonas Berg)". */

import type { List, Table } from 'mdast';
import { newId, type RiskId } from '../../plan/ids.ts';
import { LIKELIHOODS, type Likelihood } from '../../plan/kinds.ts';
import { type NarrativeElement, paragraph } from '../../plan/narrative.ts';
import type { Owner } from '../../plan/plan.ts';
import { itemsOf } from '../markdown/blocks.ts';
import { type Cell, sliceCell } from '../markdown/cell.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import { RISK_COLUMNS } from '../words/column-names.ts';
import { isNothing, plainWords } from '../words/plain-words.ts';
import { locate, report } from './desk.ts';
import { personNamed } from './people.ts';
import { readOwners } from './read-owners.ts';
import { ownersOf } from './read-step-row.ts';
import type { StepsDesk } from './read-steps.ts';
import { reportUnknown, sheetOf } from './sheet.ts';
import { indexSteps, readStepReferences } from './step-links.ts';

const LIKELIHOOD_WORDS: Readonly<Record<Likelihood, string>> = {
  low: 'l|low|niedrig|gering|faible|baja|lav',
  medium: 'm|med|medium|moderate|mittel|moyen|moyenne|media|middels',
  high: 'h|high|hoch|eleve|elevee|alta|hoy',
};

function likelihoodNamed(text: string): Likelihood | undefined {
  const word = plainWords(text);
  return LIKELIHOODS.find((each) => LIKELIHOOD_WORDS[each].split('|').includes(word));
}

export function readRiskTable(at: StepsDesk, table: Table): readonly NarrativeElement[] {
  const { desk } = at;
  const sheet = sheetOf(desk, table, RISK_COLUMNS);
  const steps = [indexSteps(at.links)];
  reportUnknown(desk, sheet, 'narrative');
  return sheet.rows.flatMap((row) => {
    const kept: NarrativeElement[] = [];
    const text = row.cells.get('text')?.text ?? row.group ?? '';
    const keep = (column: string, value: string, why: string): void => {
      report(desk, row.place, value, why, 'narrative');
      kept.push(paragraph(`${text} – ${column}: ${value}`));
    };
    const chance = row.cells.get('likelihood')?.text ?? '';
    const likelihood = likelihoodNamed(chance);
    if (!likelihood && !isNothing(chance))
      keep('Likelihood', chance, 'A likelihood is low, medium or high.');
    const named = readStepReferences(row.cells.get('steps')?.text ?? '', steps);
    if (named.unread.length > 0)
      keep('Steps', named.unread.join(', '), 'No step has this number or title.');
    const owner = row.cells.get('owner');
    const id = newId<RiskId>(desk.chance);
    desk.risks.push({
      id,
      text,
      impact: row.cells.get('impact')?.text ?? '',
      mitigation: row.cells.get('mitigation')?.text ?? '',
      owners: owner ? ownersOf(desk, owner, { people: at.people, names: desk.names }) : [],
      steps: named.found,
      ...(likelihood ? { likelihood } : {}),
    });
    locate(desk, { kind: 'risk', id }, row.place);
    for (const [column, field] of [
      ['text', 'text'],
      ['impact', 'impact'],
      ['mitigation', 'mitigation'],
      ['owner', 'owners'],
    ] as const) {
      const place = row.places.get(column);
      if (place) locate(desk, { kind: 'risk', id, field }, place);
    }
    for (const { heading, cell } of row.unknown)
      kept.push(paragraph(`${text} – ${heading}: ${cell.text}`));
    return kept;
  });
}

const LABEL = /(?:^|[\s.;,–—-])(impact|mitigation|mitigated by|owner):\s+/gi;

export function readRiskList(at: StepsDesk, list: List): readonly NarrativeElement[] {
  const { desk } = at;
  return itemsOf(desk.file, list).flatMap((item) => {
    if (item.cell.text === '') return narrativeOf(desk.file, item.below);
    const id = newId<RiskId>(desk.chance);
    const risk = readRiskLine(at, item.cell);
    desk.risks.push({ id, steps: [], ...risk });
    locate(desk, { kind: 'risk', id }, item.cell.place);
    for (const field of ['text', 'mitigation', 'owners'])
      locate(desk, { kind: 'risk', id, field }, item.cell.place);
    if (item.below.length > 0) {
      report(
        desk,
        item.cell.place,
        item.cell.text,
        'What stands below a risk is kept.',
        'narrative',
      );
    }
    return narrativeOf(desk.file, item.below);
  });
}

function readRiskLine(at: StepsDesk, cell: Cell) {
  const labels = [...cell.text.matchAll(LABEL)];
  const piece = (name: RegExp): Cell | undefined => {
    const i = labels.findIndex((label) => name.test(label[1] ?? ''));
    const label = labels[i];
    return (
      label &&
      sliceCell(cell, label.index + label[0].length, labels[i + 1]?.index ?? cell.text.length)
    );
  };
  const context = { people: at.people, names: at.desk.names };
  const impact = piece(/^impact/i)?.text.trim() ?? '';
  const measure = piece(/^mitigat/i);
  const owner = piece(/^owner/i);
  const split = measure && ownerInBrackets(at, measure);
  const owners: Owner[] = owner ? ownersOf(at.desk, owner, context) : (split?.owners ?? []);
  const text = labels[0]
    ? cell.text.slice(0, labels[0].index + (labels[0][0].startsWith('.') ? 1 : 0))
    : cell.text;
  return {
    text: text.trim(),
    impact,
    mitigation: (split?.text ?? measure?.text ?? '').trim(),
    owners,
  };
}

/** "(Jonas Berg)" behind a mitigation is its owner when it names a stakeholder, a role or a party. */
function ownerInBrackets(
  at: StepsDesk,
  measure: Cell,
): { text: string; owners: Owner[] } | undefined {
  const match = / ?\(([^()]{1,200})\)\.?\s*$/.exec(measure.text);
  if (!match?.[1]) return undefined;
  const inside = sliceCell(
    measure,
    match.index + match[0].indexOf('(') + 1,
    match.index + match[0].indexOf(')'),
  );
  const context = { people: at.people, names: at.desk.names };
  const { owners } = readOwners(inside, context);
  const certain = owners.some(
    (owner) => owner.stakeholder !== undefined || owner.party !== undefined,
  );
  const name =
    personNamed(at.people, match[1]) !== undefined ||
    /^(?:\p{Lu}[\p{L}'’-]+ ?){2,3}$/u.test(match[1]);
  if (!certain && !name) return undefined;
  return { text: measure.text.slice(0, match.index), owners: ownersOf(at.desk, inside, context) };
}
