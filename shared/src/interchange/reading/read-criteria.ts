/** Success criteria: numbered lists, task lists, tables, and what is agreed for "if all pass". */

import type { List, Paragraph, Table } from 'mdast';
import { suggestCriterionType } from '../../plan/criterion-type.ts';
import { type CriterionId, newId } from '../../plan/ids.ts';
import { CRITERION_TYPES, type CriterionType, isOneOf } from '../../plan/kinds.ts';
import { type NarrativeElement, paragraph } from '../../plan/narrative.ts';
import type { Criterion } from '../../plan/plan.ts';
import { itemsOf } from '../markdown/blocks.ts';
import { cellOf } from '../markdown/cell.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import { placeOf } from '../markdown/parse-markdown.ts';
import { CRITERION_COLUMNS } from '../words/column-names.ts';
import { isNothing, plainWords } from '../words/plain-words.ts';
import { readResult } from '../words/written-status.ts';
import { locate, report } from './desk.ts';
import { ownersOf } from './read-step-row.ts';
import type { StepsDesk } from './read-steps.ts';
import { reportUnknown, sheetOf } from './sheet.ts';

/** "Technical: the integration works" is a technical criterion; another word before a colon is its own text. */
export function readCriterionText(text: string): {
  readonly text: string;
  readonly type: CriterionType;
} {
  const match = /^(\p{L}+): +(\S.*)$/su.exec(text);
  const type = match ? criterionTypeNamed(match[1] ?? '') : undefined;
  return match?.[2] && type ? { text: match[2], type } : { text, type: suggestCriterionType(text) };
}

export function criterionTypeNamed(text: string): CriterionType | undefined {
  const word = plainWords(text);
  return isOneOf(CRITERION_TYPES, word) ? word : undefined;
}

const PLAIN = { validation: '', result: 'open', owners: [], consequence: '' } as const;

export function readCriterionList(
  at: StepsDesk,
  list: List,
  heading: string | undefined,
): readonly NarrativeElement[] {
  const { desk } = at;
  const typed = heading === undefined ? undefined : criterionTypeNamed(heading);
  return itemsOf(desk.file, list).flatMap((item) => {
    if (item.cell.text === '') return narrativeOf(desk.file, item.below);
    const id = newId<CriterionId>(desk.chance);
    const read = readCriterionText(item.cell.text);
    const result = item.checked ? 'pass' : 'open';
    desk.criteria.push({ ...PLAIN, id, ...read, ...(typed ? { type: typed } : {}), result });
    locate(desk, { kind: 'criterion', id }, item.cell.place);
    locate(desk, { kind: 'criterion', id, field: 'text' }, item.cell.place);
    if (item.below.length > 0) {
      report(
        desk,
        item.cell.place,
        item.cell.text,
        'What stands below a criterion is kept.',
        'narrative',
      );
    }
    return narrativeOf(desk.file, item.below);
  });
}

export function readCriterionTable(
  at: StepsDesk,
  table: Table,
  heading: string | undefined,
): readonly NarrativeElement[] {
  const { desk } = at;
  const sheet = sheetOf(desk, table, CRITERION_COLUMNS);
  const typed = heading === undefined ? undefined : criterionTypeNamed(heading);
  reportUnknown(desk, sheet, 'narrative');
  return sheet.rows.flatMap((row) => {
    const kept: NarrativeElement[] = [];
    const text = row.cells.get('text')?.text ?? row.group ?? '';
    const keep = (column: string, value: string, why: string): void => {
      report(desk, row.place, value, why, 'narrative');
      kept.push(paragraph(`${text} – ${column}: ${value}`));
    };
    const type = row.cells.get('type');
    const ownType = type && criterionTypeNamed(type.text);
    if (type && !ownType && !isNothing(type.text))
      keep('Type', type.text, 'A plan knows no criterion of this type.');
    const result = row.cells.get('result');
    const ownResult = result && readResult(result.text);
    if (result && !ownResult && !isNothing(result.text))
      keep('Result', result.text, 'A result is open, pass or fail.');
    const read = sheet.columns.at.has('type')
      ? { text, type: suggestCriterionType(text) }
      : readCriterionText(text);
    const owner = row.cells.get('owner');
    const id = newId<CriterionId>(desk.chance);
    const criterion: Criterion = {
      id,
      text: read.text,
      type: ownType ?? typed ?? read.type,
      validation: row.cells.get('validation')?.text ?? '',
      result: ownResult ?? 'open',
      owners: owner ? ownersOf(desk, owner, { people: at.people, names: desk.names }) : [],
      consequence: row.cells.get('consequence')?.text ?? '',
    };
    desk.criteria.push(criterion);
    locate(desk, { kind: 'criterion', id }, row.place);
    for (const { heading: name, cell } of row.unknown)
      kept.push(paragraph(`${text} – ${name}: ${cell.text}`));
    return kept;
  });
}

const QUESTION = /^what does .{1,500} need to see to feel confident moving forward\?$/is;
const IF_ALL_PASS = /^if all(?: (?:the )?(?:\w+ )?criteria)? (?:pass|are met|are passed): (.+)$/is;

/** The template's question is written anew by the export, so it need not be kept. */
export function readCriterionParagraph(
  at: StepsDesk,
  node: Paragraph,
): readonly NarrativeElement[] {
  const cell = cellOf(at.desk.file, node.children, placeOf(node));
  if (QUESTION.test(cell.text.trim())) return [];
  const agreed = at.desk.goal.consequence === '' ? IF_ALL_PASS.exec(cell.text)?.[1] : undefined;
  if (agreed !== undefined) {
    at.desk.goal.consequence = agreed;
    locate(at.desk, { kind: 'goal', id: 'goal', field: 'consequence' }, cell.place);
    return [];
  }
  report(at.desk, cell.place, cell.text, 'This is no criterion of a list or table.', 'narrative');
  return narrativeOf(at.desk.file, [node]);
}
