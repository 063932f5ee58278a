/** Success criteria: the question and a numbered list, or a table where a row says more than its text. */

import { suggestCriterionType } from '../../plan/criterion-type.ts';
import type { Criterion, PlanSnapshot } from '../../plan/plan.ts';
import { samePlain } from '../../plan/same-plain.ts';
import { escapeCell, escapeLine, escapeText } from '../markdown/escape-text.ts';
import { readCriterionText } from '../reading/read-criteria.ts';
import { type References, writeOwners } from './write-owners.ts';
import { type Column, isPlainText, writeTable } from './write-table.ts';

export function writeCriteria(plan: PlanSnapshot, to: References): readonly string[] {
  const question = `What does ${plan.buyer === '' ? '[their company]' : escapeText(plan.buyer)} need to see to feel confident moving forward?`;
  const { consequence } = plan.goal;
  const agreed = consequence === '' ? [] : [`If all criteria pass: ${escapeText(consequence)}`];
  const rows = plan.criteria;
  if (rows.length === 0) return [question, ...agreed];
  const list = rows.map((row, i) => `${i + 1}. ${escapeLine(row.text)}`).join('\n');
  const table = writeTable(criterionColumns(to), rows);
  return [question, rows.every(isPlainCriterion) ? list : table, ...agreed];
}

function isPlainCriterion(row: Criterion): boolean {
  const { text, type } = row;
  const bare =
    row.validation === '' &&
    row.consequence === '' &&
    row.result === 'open' &&
    row.owners.length === 0;
  return bare && isPlainText(text) && samePlain(readCriterionText(text), { text, type });
}

function criterionColumns(to: References): readonly Column<Criterion>[] {
  return [
    { heading: '#', cell: (_, i) => String(i + 1) },
    { heading: 'Criterion', cell: (row) => escapeCell(row.text) },
    {
      heading: 'Type',
      cell: (row) => row.type,
      needed: ({ text, type }) =>
        type !== suggestCriterionType(text) || !samePlain(readCriterionText(text), { text, type }),
    },
    {
      heading: 'How to validate',
      cell: (row) => escapeCell(row.validation),
      needed: (row) => row.validation !== '',
    },
    {
      heading: 'Result',
      cell: (row) => ({ open: 'Open', pass: 'Pass', fail: 'Fail' })[row.result],
      needed: (row) => row.result !== 'open',
    },
    {
      heading: 'Owner',
      cell: (row) => writeOwners(row.owners, to),
      needed: (row) => row.owners.length > 0,
    },
    {
      heading: 'If it passes',
      cell: (row) => escapeCell(row.consequence),
      needed: (row) => row.consequence !== '',
    },
  ];
}
