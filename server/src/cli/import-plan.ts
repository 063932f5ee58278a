import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SCHEMA } from '@tandem/shared/doc/layout';
import { importMarkdown } from '@tandem/shared/interchange/import-markdown';
import type { DateOrder, ImportOutcome } from '@tandem/shared/interchange/import-outcome';
import { newId, type PlanId } from '@tandem/shared/plan/ids';
import { DEFAULT_STAGE } from '@tandem/shared/templates/before-creating';
import { secureChance } from '../access/secrets.ts';
import { SYSTEM_ACTOR } from '../writer/writer.ts';
import {
  type Command,
  CommandError,
  configOf,
  EXIT,
  oneArgument,
  parsed,
  pathOf,
  publicUrlOf,
  say,
  withStorage,
} from './command.ts';
import { withWriter } from './plan-writer.ts';

type Imported = Extract<ImportOutcome, { kind: 'imported' }>;

export const importPlan: Command = {
  usage: 'FILE [--dates dmy|mdy]',
  summary: 'makes a new plan of a Markdown file, prints its id, its address and a report',
  async run(args) {
    const { values, positionals } = parsed(() =>
      parseArgs({
        args: [...args],
        options: { dates: { type: 'string' } },
        allowPositionals: true,
      }),
    );
    const file = oneArgument(positionals, 'which Markdown file');
    const { plan, report } = read(file, dateOrder(values.dates));
    const config = configOf();
    const id = newId<PlanId>(secureChance);
    const stage = DEFAULT_STAGE;
    await withStorage(config, (context) =>
      withWriter(context, (writer) =>
        writer.create({ id, plan, cause: 'import', actor: SYSTEM_ACTOR, stage }),
      ),
    );
    say(`${id} ${publicUrlOf(config)}/plans/${id}`);
    say(`Read: ${countsOf(report.found)}.`);
    for (const { line, text, why } of report.items) say(`${file}:${line} ${why}: ${text}`);
  },
};

function read(file: string, dates: DateOrder | undefined): Imported {
  const outcome = importMarkdown(textOf(file), {
    chance: secureChance,
    schema: SCHEMA,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(dates === undefined ? {} : { dates }),
  });
  if (outcome.kind === 'imported') return outcome;
  if (outcome.kind === 'refused') throw new CommandError(outcome.message, EXIT.unreadable);
  const examples = outcome.examples.map(({ line, text }) => `${file}:${line} ${text}`);
  const advice = 'Say --dates dmy or --dates mdy.';
  throw new CommandError([outcome.message, ...examples, advice].join('\n'), EXIT.unreadable);
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(pathOf(file)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'not allowed',
    };
    const known = why[code as keyof typeof why] ?? 'it is no text in UTF-8';
    throw new CommandError(`${file} cannot be read: ${known}.`, EXIT.unreadable);
  }
}

function dateOrder(text: string | undefined): DateOrder | undefined {
  if (text === undefined || text === 'dmy' || text === 'mdy') return text;
  throw new CommandError(`${text} is no order of day and month: dmy or mdy.`, EXIT.usage);
}

function countsOf(found: Imported['report']['found']): string {
  return Object.entries(found)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');
}
