/** Risks, resources, requirements, glossary: a list where the rows are plain, a table where not. */

import type { StepId } from '../../plan/ids.ts';
import type { GlossaryEntry, Requirement, Resource, Risk } from '../../plan/plan.ts';
import { safeAddress } from '../markdown/addresses.ts';
import { escapeCell, escapeLine, fragmentLink } from '../markdown/escape-text.ts';
import { type References, writeOwners } from './write-owners.ts';
import { type Column, isPlainText, writeTable } from './write-table.ts';

export function writeRisks(rows: readonly Risk[], to: References): string {
  return writeTable<Risk>(
    [
      { heading: 'Risk', cell: (row) => escapeCell(row.text) },
      { heading: 'Impact', cell: (row) => escapeCell(row.impact) },
      { heading: 'Mitigation', cell: (row) => escapeCell(row.mitigation) },
      {
        heading: 'Owner',
        cell: (row) => writeOwners(row.owners, to),
        needed: (row) => row.owners.length > 0,
      },
      {
        heading: 'Likelihood',
        cell: (row) => row.likelihood ?? '',
        needed: (row) => row.likelihood !== undefined,
      },
      stepsColumn(to),
    ],
    rows,
  );
}

function stepsColumn<Row extends { readonly steps: readonly StepId[] }>(
  to: References,
): Column<Row> {
  const cell = (row: Row): string => row.steps.flatMap((id) => to.numbers.get(id) ?? []).join(', ');
  return { heading: 'Steps', cell, needed: (row) => cell(row) !== '' };
}

/** Addresses that need no escaping in a link. */
const PLAIN_ADDRESS = /^[A-Za-z0-9:/.?=%#+@,;~-]+$/;

export function writeResources(rows: readonly Resource[], to: References): string {
  const plain = rows.every(
    ({ title, url, type, steps }) =>
      type === 'other' &&
      steps.length === 0 &&
      isPlainText(title) &&
      !/https?:|www\.|@/i.test(title) &&
      (url === undefined ||
        (PLAIN_ADDRESS.test(url) && !url.startsWith('#') && safeAddress(url) !== undefined)),
  );
  if (plain) return rows.map(resourceLine).join('\n');
  return writeTable<Resource>(
    [
      { heading: 'Resource', cell: (row) => escapeCell(row.title) },
      { heading: 'Link', cell: (row) => escapeCell(row.url ?? '') },
      {
        heading: 'Type',
        cell: (row) => row.type.replaceAll('-', ' '),
        needed: (row) => row.type !== 'other',
      },
      stepsColumn(to),
    ],
    rows,
  );
}

function resourceLine({ title, url }: Resource): string {
  if (url === undefined) return `- ${escapeLine(title)}`;
  return `- ${fragmentLink(title, '').slice(0, -'(#)'.length)}(${url})`;
}

export function writeRequirements(rows: readonly Requirement[], to: References): string {
  const plain = rows.every(
    (row) =>
      row.state === 'open' && row.notes === '' && row.owners.length === 0 && isPlainText(row.text),
  );
  if (plain) return rows.map((row) => `- ${escapeLine(row.text)}`).join('\n');
  return writeTable<Requirement>(
    [
      { heading: 'Requirement', cell: (row) => escapeCell(row.text) },
      {
        heading: 'Status',
        cell: (row) => ({ open: 'Open', met: 'Met', 'not-met': 'Not met' })[row.state],
      },
      {
        heading: 'Owner',
        cell: (row) => writeOwners(row.owners, to),
        needed: (row) => row.owners.length > 0,
      },
      { heading: 'Notes', cell: (row) => escapeCell(row.notes), needed: (row) => row.notes !== '' },
    ],
    rows,
  );
}

export function writeGlossary(rows: readonly GlossaryEntry[]): string {
  return writeTable<GlossaryEntry>(
    [
      { heading: 'Term', cell: (row) => escapeCell(row.term) },
      { heading: 'Meaning', cell: (row) => escapeCell(row.meaning) },
      {
        heading: 'Step type',
        cell: (row) => row.type?.replaceAll('-', ' ') ?? '',
        needed: (row) => row.type !== undefined,
      },
    ],
    rows,
  );
}
