/** Resources, technical requirements, the glossary and the workstreams: short lists and tables. */

import type { List, Table } from 'mdast';
import { type GlossaryEntryId, newId, type RequirementId, type ResourceId } from '../../plan/ids.ts';
import { isOneOf, RESOURCE_TYPES, type ResourceType } from '../../plan/kinds.ts';
import { type NarrativeElement, paragraph } from '../../plan/narrative.ts';
import { safeAddress } from '../markdown/addresses.ts';
import { itemsOf } from '../markdown/blocks.ts';
import type { Cell } from '../markdown/cell.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import { GLOSSARY_COLUMNS, REQUIREMENT_COLUMNS, RESOURCE_COLUMNS } from '../words/column-names.ts';
import { isNothing, plainWords } from '../words/plain-words.ts';
import { readRequirementState } from '../words/written-status.ts';
import { type Desk, locate, report } from './desk.ts';
import { ownersOf, stepTypeNamed } from './read-step-row.ts';
import { type StepsDesk, workstreamOf } from './read-steps.ts';
import { reportUnknown, sheetOf } from './sheet.ts';
import { indexSteps, readStepReferences } from './step-links.ts';

export function resourceTypeNamed(text: string): ResourceType | undefined {
  const id = plainWords(text).replaceAll(' ', '-');
  return isOneOf(RESOURCE_TYPES, id) ? id : undefined;
}

export function readResourceList(at: StepsDesk, list: List): readonly NarrativeElement[] {
  const { desk } = at;
  return itemsOf(desk.file, list).flatMap((item) => {
    if (item.cell.text !== '') addResource(desk, item.cell.place, resourceOf(item.cell));
    if (item.below.length > 0) {
      report(desk, item.cell.place, item.cell.text, 'What stands below a resource is kept.', 'narrative');
    }
    return narrativeOf(desk.file, item.below);
  });
}

/** "[Security white paper](https://…)", "Security white paper: https://…", or a title alone. */
function resourceOf(cell: Cell): { readonly title: string; readonly url?: string } {
  const links = cell.parts.filter((part) => part.url !== undefined);
  const [only] = links;
  const url = only?.url === undefined ? undefined : safeAddress(only.url);
  if (links.length !== 1 || !only || url === undefined) return { title: cell.text };
  const beside = cell.text.replace(only.text, '').replace(` (${only.url})`, '').trim();
  if (only.text !== url && beside === '') return { title: only.text, url };
  if (only.text === url && beside.endsWith(':')) return { title: beside.slice(0, -1), url };
  return { title: cell.text };
}

export function readResourceTable(at: StepsDesk, table: Table): readonly NarrativeElement[] {
  const { desk } = at;
  const sheet = sheetOf(desk, table, RESOURCE_COLUMNS);
  const steps = [indexSteps(at.links)];
  reportUnknown(desk, sheet, 'narrative');
  return sheet.rows.flatMap((row) => {
    const kept: NarrativeElement[] = [];
    const title = row.cells.get('title');
    const separate = sheet.columns.at.has('url');
    const linked = title && !separate ? resourceOf(title) : { title: title?.text ?? row.group ?? '' };
    const written = row.cells.get('url');
    const address = written && addressOf(written);
    const url = address === undefined ? linked.url : safeAddress(address);
    const keep = (column: string, value: string, why: string): void => {
      report(desk, row.place, value, why, 'narrative');
      kept.push(paragraph(`${linked.title} – ${column}: ${value}`));
    };
    if (address !== undefined && url === undefined) keep('Link', address, 'This address is not one to be opened.');
    const kind = row.cells.get('type')?.text ?? '';
    const type = resourceTypeNamed(kind);
    if (!type && !isNothing(kind)) keep('Type', kind, 'A plan knows no resource of this type.');
    const named = readStepReferences(row.cells.get('steps')?.text ?? '', steps);
    if (named.unread.length > 0) keep('Steps', named.unread.join(', '), 'No step has this number or title.');
    addResource(desk, row.place, {
      title: linked.title,
      ...(url === undefined ? {} : { url }),
      type: type ?? 'other',
      steps: named.found,
    });
    for (const { heading, cell } of row.unknown) kept.push(paragraph(`${linked.title} – ${heading}: ${cell.text}`));
    return kept;
  });
}

/** A link's target; what is written as an address is one as a whole. */
function addressOf(cell: Cell): string {
  const link = cell.parts.find((part) => part.url !== undefined);
  return link?.url !== undefined && cell.text === `${link.text} (${link.url})` ? link.url : cell.text;
}

function addResource(
  desk: Desk,
  place: Cell['place'],
  fields: Pick<Desk['resources'][number], 'title'> & Partial<Desk['resources'][number]>,
): void {
  const id = newId<ResourceId>(desk.chance);
  desk.resources.push({ type: 'other', steps: [], ...fields, id });
  locate(desk, { kind: 'resource', id }, place);
}

export function readRequirementList(at: StepsDesk, list: List): readonly NarrativeElement[] {
  const { desk } = at;
  return itemsOf(desk.file, list).flatMap((item) => {
    if (item.cell.text === '') return narrativeOf(desk.file, item.below);
    const id = newId<RequirementId>(desk.chance);
    desk.requirements.push({ id, text: item.cell.text, notes: '', state: item.checked ? 'met' : 'open', owners: [] });
    locate(desk, { kind: 'requirement', id }, item.cell.place);
    if (item.below.length > 0) {
      report(desk, item.cell.place, item.cell.text, 'What stands below a requirement is kept.', 'narrative');
    }
    return narrativeOf(desk.file, item.below);
  });
}

export function readRequirementTable(at: StepsDesk, table: Table): readonly NarrativeElement[] {
  const { desk } = at;
  const sheet = sheetOf(desk, table, REQUIREMENT_COLUMNS);
  reportUnknown(desk, sheet, 'notes');
  for (const row of sheet.rows) {
    const id = newId<RequirementId>(desk.chance);
    const written = row.cells.get('state');
    const state = written && readRequirementState(written.text);
    const notes = row.cells.has('notes') ? [row.cells.get('notes')?.text ?? ''] : [];
    if (written && !state && !isNothing(written.text)) {
      report(desk, written.place, written.text, 'A requirement is open, met or not met.', 'notes');
      notes.push(`Status: ${written.text}`);
    }
    for (const { heading, cell } of row.unknown) notes.push(`${heading}: ${cell.text}`);
    const owner = row.cells.get('owner');
    desk.requirements.push({
      id,
      text: row.cells.get('text')?.text ?? row.group ?? '',
      notes: notes.join('\n'),
      state: state ?? 'open',
      owners: owner ? ownersOf(desk, owner, { people: at.people, names: desk.names }) : [],
    });
    locate(desk, { kind: 'requirement', id }, row.place);
  }
  return [];
}

export function readGlossaryTable(desk: Desk, table: Table): readonly NarrativeElement[] {
  const sheet = sheetOf(desk, table, GLOSSARY_COLUMNS);
  reportUnknown(desk, sheet, 'narrative');
  return sheet.rows.flatMap((row) => {
    const id = newId<GlossaryEntryId>(desk.chance);
    const type = stepTypeNamed(row.cells.get('type')?.text ?? '');
    const term = row.cells.get('term')?.text ?? row.group ?? '';
    desk.glossary.push({
      id,
      term,
      meaning: row.cells.get('meaning')?.text ?? '',
      ...(type ? { type } : {}),
    });
    locate(desk, { kind: 'glossary-entry', id }, row.place);
    return row.unknown.map(({ heading, cell }) => paragraph(`${term} – ${heading}: ${cell.text}`));
  });
}

/** "**Vendor management**: procurement". */
export function readGlossaryList(desk: Desk, list: List): readonly NarrativeElement[] {
  return itemsOf(desk.file, list).flatMap((item) => {
    const match = /^(.+?)(?:: +| +[–—] +)(.+)$/s.exec(item.cell.text);
    if (!match?.[1] || !match[2] || item.below.length > 0) {
      report(desk, item.cell.place, item.cell.text, 'This is no word with its meaning.', 'narrative');
      return narrativeOf(desk.file, [{ ...list, children: [item.item] }]);
    }
    const id = newId<GlossaryEntryId>(desk.chance);
    desk.glossary.push({ id, term: match[1], meaning: match[2] });
    locate(desk, { kind: 'glossary-entry', id }, item.cell.place);
    return [];
  });
}

export function readWorkstreamList(desk: Desk, list: List): readonly NarrativeElement[] {
  return itemsOf(desk.file, list).flatMap((item) => {
    if (item.cell.text !== '') {
      const id = workstreamOf(desk, item.cell.text);
      locate(desk, { kind: 'workstream', id }, item.cell.place);
    }
    return narrativeOf(desk.file, item.below);
  });
}
