/** Resources: a list of links, or a table. */

import type { List, Table } from 'mdast';
import { newId, type ResourceId } from '../../plan/ids.ts';
import { isOneOf, RESOURCE_TYPES, type ResourceType } from '../../plan/kinds.ts';
import { type NarrativeElement, paragraph } from '../../plan/narrative.ts';
import { safeAddress } from '../markdown/addresses.ts';
import { itemsOf } from '../markdown/blocks.ts';
import type { Cell } from '../markdown/cell.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import { RESOURCE_COLUMNS } from '../words/column-names.ts';
import { isNothing, plainWords } from '../words/plain-words.ts';
import { type Desk, locate, report } from './desk.ts';
import type { StepsDesk } from './read-steps.ts';
import { reportUnknown, sheetOf } from './sheet.ts';
import { indexSteps, readStepReferences } from './step-links.ts';

function resourceTypeNamed(text: string): ResourceType | undefined {
  const id = plainWords(text).replaceAll(' ', '-');
  return isOneOf(RESOURCE_TYPES, id) ? id : undefined;
}

export function readResourceList(at: StepsDesk, list: List): readonly NarrativeElement[] {
  const { desk } = at;
  return itemsOf(desk.file, list).flatMap((item) => {
    if (item.cell.text !== '') addResource(desk, item.cell.place, resourceOf(item.cell));
    if (item.below.length > 0) {
      report(
        desk,
        item.cell.place,
        item.cell.text,
        'What stands below a resource is kept.',
        'narrative',
      );
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
    const linked =
      title && !separate ? resourceOf(title) : { title: title?.text ?? row.group ?? '' };
    const written = row.cells.get('url');
    const address = written && addressOf(written);
    const url = address === undefined ? linked.url : safeAddress(address);
    const keep = (column: string, value: string, why: string): void => {
      report(desk, row.place, value, why, 'narrative');
      kept.push(paragraph(`${linked.title} – ${column}: ${value}`));
    };
    if (address !== undefined && url === undefined)
      keep('Link', address, 'This address is not one to be opened.');
    const kind = row.cells.get('type')?.text ?? '';
    const type = resourceTypeNamed(kind);
    if (!type && !isNothing(kind)) keep('Type', kind, 'A plan knows no resource of this type.');
    const named = readStepReferences(row.cells.get('steps')?.text ?? '', steps);
    if (named.unread.length > 0)
      keep('Steps', named.unread.join(', '), 'No step has this number or title.');
    addResource(desk, row.place, {
      title: linked.title,
      ...(url === undefined ? {} : { url }),
      type: type ?? 'other',
      steps: named.found,
    });
    for (const { heading, cell } of row.unknown)
      kept.push(paragraph(`${linked.title} – ${heading}: ${cell.text}`));
    return kept;
  });
}

/** A link's target; what is written as an address is one as a whole. */
function addressOf(cell: Cell): string {
  const link = cell.parts.find((part) => part.url !== undefined);
  return link?.url !== undefined && cell.text === `${link.text} (${link.url})`
    ? link.url
    : cell.text;
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
