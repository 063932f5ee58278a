import { joinUrl } from '../access/links.ts';
import { ensureMember, newSignIn, newToken, SIGN_IN_MINUTES } from '../access/members.ts';
import {
  type Command,
  CommandError,
  configOf,
  oneArgument,
  publicUrlOf,
  say,
  withStorage,
} from './command.ts';

export const token: Command = {
  usage: 'EMAIL',
  summary: 'prints an API token of a member, who is created if missing',
  async run(args) {
    const email = emailOf(args);
    const secret = await withStorage(configOf(), async (context) =>
      newToken(context, await ensureMember(context, { email })),
    );
    say(`API token of ${email}, shown this once: ${secret}`);
  },
};

export const signIn: Command = {
  usage: 'EMAIL',
  summary: `prints a link that signs a member in, once, within ${SIGN_IN_MINUTES} minutes`,
  async run(args) {
    const email = emailOf(args);
    const config = configOf();
    const secret = await withStorage(config, async (context) =>
      newSignIn(context, await ensureMember(context, { email })),
    );
    say(joinUrl(publicUrlOf(config), secret));
  },
};

function emailOf(args: readonly string[]): string {
  const email = oneArgument(args, 'the e-mail address of the member').trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new CommandError(`${email} is no e-mail address.`);
  return email;
}
