import { parseArgs } from 'node:util';
import { exportMarkdown } from '@tandem/shared/interchange/export-markdown';
import { exportStepsCsv } from '@tandem/shared/interchange/export-steps-csv';
import type { PlanId } from '@tandem/shared/plan/ids';
import type { PlanSnapshot } from '@tandem/shared/plan/plan';
import {
  type Command,
  CommandError,
  configOf,
  EXIT,
  oneArgument,
  parsed,
  withStorage,
} from './command.ts';
import { withWriter } from './plan-writer.ts';

const FORMATS = new Map<string, (plan: PlanSnapshot) => string>([
  ['md', exportMarkdown],
  ['json', (plan) => `${JSON.stringify(plan, null, 2)}\n`],
  ['csv', exportStepsCsv],
]);

export const exportPlan: Command = {
  usage: 'PLAN-ID [--format md|json|csv]',
  summary: 'prints a plan as Markdown, its snapshot, or its steps',
  async run(args) {
    const { values, positionals } = parsed(() =>
      parseArgs({
        args: [...args],
        options: { format: { type: 'string' } },
        allowPositionals: true,
      }),
    );
    const id = oneArgument(positionals, 'which plan, by its id') as PlanId;
    const format = FORMATS.get(values.format ?? 'md');
    if (!format) {
      const known = [...FORMATS.keys()].join(', ');
      throw new CommandError(`${values.format} is no format: ${known}.`, EXIT.usage);
    }
    const stored = await withStorage(configOf(), (context) =>
      withWriter(context, (writer) => writer.read(id)),
    );
    if (stored === 'gone') throw new CommandError(`There is no plan ${id}.`);
    process.stdout.write(format(stored.plan));
  },
};
