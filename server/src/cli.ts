/** The command line: `npm run -s cli -- COMMAND`. */

import { type Command, CommandError, EXIT, say } from './cli/command.ts';
import { exportPlan } from './cli/export-plan.ts';
import { importPlan } from './cli/import-plan.ts';
import { signIn, token } from './cli/members.ts';
import { DatabaseTooNew } from './storage/migrations.ts';
import { DatabaseUnusable } from './storage/open-storage.ts';
import { isSqliteTrouble } from './storage/sqlite.ts';

function later(summary: string): Command {
  return {
    usage: '',
    summary: `${summary} (comes later)`,
    async run() {
      throw new CommandError('This command comes later.', EXIT.usage);
    },
  };
}

const COMMANDS = new Map<string, Command>([
  ['token', token],
  ['sign-in', signIn],
  ['export', exportPlan],
  ['import', importPlan],
  ['check', later('prints the warnings of a plan in Markdown')],
  ['verify', later('checks the stored plans')],
  ['backup', later('writes all plans into one file')],
  ['restore', later('puts such a file in the place of all plans')],
]);

function help(): string {
  const lines = [...COMMANDS].map(([name, { usage, summary }]) => {
    return `  ${`${name} ${usage}`.trim().padEnd(44)} ${summary}`;
  });
  return ['npm run -s cli -- COMMAND', '', ...lines].join('\n');
}

async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    say(help());
    if (name === undefined) process.exitCode = EXIT.usage;
    return;
  }
  const command = COMMANDS.get(name);
  if (!command) throw new CommandError(`There is no command ${name}.\n\n${help()}`, EXIT.usage);
  if (rest.includes('--help'))
    return say(`npm run -s cli -- ${name} ${command.usage}\n\n${command.summary}`);
  await command.run(rest);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const kinds = [CommandError, DatabaseTooNew, DatabaseUnusable];
  if (isSqliteTrouble(error)) console.error(`The database cannot be written: ${error.message}.`);
  else if (error instanceof Error && kinds.some((kind) => error instanceof kind))
    console.error(error.message);
  else throw error;
  process.exitCode = error instanceof CommandError ? error.exit : EXIT.problem;
}
