/**
 * The door to `/sync/:planId`. Plain HTTP refuses only what is wrong before anybody is known: no credential, a
 * foreign page, a malformed address. Everything else is accepted and told in words, because a browser cannot
 * see why an upgrade failed.
 */

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { isId, type PlanId } from '@tandem/shared/plan/ids';
import { type CloseReason, LARGEST_SYNC_STEP_2 } from '@tandem/shared/protocol/sync';
import { type WebSocket, WebSocketServer } from 'ws';
import { type EnterOutcome, enterPlan } from '../access/enter-plan.ts';
import type { Credentials } from '../access/identify.ts';
import { type HeaderOf, isForeignOrigin } from '../access/origin.ts';
import type { Attachment, SessionIdentity } from '../sync/sync.ts';
import { credentialsOf } from './caller.ts';
import type { HttpParts } from './parts.ts';

/** Above the largest message, so that a client that sends too much is told so by its close code. */
const LARGEST_FRAME = 2 * LARGEST_SYNC_STEP_2;

const NO_EPOCH = -1;

const STATUS = { 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 503: 'Unavailable' };

type Refusal = Readonly<Record<'code' | 'message', string>> & {
  readonly status: keyof typeof STATUS;
};

interface Wanted {
  readonly plan: PlanId;
  readonly schema: number | undefined;
  readonly epoch: number | undefined;
  readonly credentials: Credentials;
}

export function acceptSockets(server: Server, parts: HttpParts): void {
  const { log, sync } = parts;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
  });
  server.on('upgrade', (request, stream: Duplex, head) => {
    // A browser that goes away while it is let in must not end the server.
    stream.on('error', () => stream.destroy());
    const wanted = readWish(request, parts);
    if ('status' in wanted) return refuseUpgrade(stream, wanted);
    enterSurely(parts, wanted).then(
      (outcome) => {
        if (outcome.kind === 'nobody') return refuseUpgrade(stream, NOBODY);
        sockets.handleUpgrade(request, stream, head, (socket) => {
          letIn(parts, socket, wanted, outcome);
        });
      },
      (error: unknown) => {
        log.error({ err: error, plan: wanted.plan }, 'a socket could not be let in');
        sockets.handleUpgrade(request, stream, head, (socket) => {
          sync.refuse(socket, 'tryLater', 'The server cannot look up who you are right now.');
        });
      },
    );
  });
}

/** A link that is revoked while its guest is being let in closes open sockets only, and this one is not open yet. */
async function enterSurely(
  { access }: HttpParts,
  { plan, credentials }: Wanted,
): Promise<EnterOutcome> {
  for (;;) {
    const { count } = access.revocations;
    const outcome = await enterPlan(access, plan, credentials);
    if (count !== access.revocations.count) continue;
    // With a plan go its guests: their sessions are unknown, but what they must hear is that the plan is gone.
    const mayBeGone = outcome.kind === 'ended' && outcome.why === 'unknown';
    if (mayBeGone && !(await access.storage.findPlan(plan))) return { kind: 'no-plan' };
    return outcome;
  }
}

const NOBODY: Refusal = {
  status: 401,
  code: 'not-signed-in',
  message: 'Sign in or open a link first.',
};

function readWish(request: IncomingMessage, parts: HttpParts): Wanted | Refusal {
  const header: HeaderOf = (name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const address = parts.publicUrl + (request.url ?? '');
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const plan = /^\/sync\/([^/]+)$/.exec(url?.pathname ?? '')?.[1];
  if (!url || !isId(plan)) {
    return { status: 400, code: 'malformed', message: 'The address is /sync/ and a plan id.' };
  }
  const credentials = credentialsOf(header, url.searchParams.get('as'), parts);
  const isProgram = credentials.token !== undefined;
  if (!isProgram && isForeignOrigin(header, request.socket.remoteAddress, parts)) {
    return { status: 403, code: 'foreign-origin', message: 'This is a foreign page.' };
  }
  if (!isProgram && credentials.cookies.length === 0) return NOBODY;
  return {
    plan: plan as PlanId,
    schema: naturalNumber(url.searchParams.get('schema')),
    epoch: epochOf(url.searchParams.get('epoch')),
    credentials,
  };
}

function letIn(
  { sync }: HttpParts,
  socket: WebSocket,
  { plan, schema, epoch }: Wanted,
  outcome: Exclude<EnterOutcome, { kind: 'nobody' }>,
): void {
  if (outcome.kind !== 'entered') {
    const [reason, message] = wordsFor(outcome);
    sync.refuse(socket, reason, message);
    return;
  }
  const { caller, role, party } = outcome.entrance;
  const identity: SessionIdentity = {
    session: caller.session,
    actor: caller.actor.id,
    name: caller.actor.name,
    party,
    role,
    ...(caller.link === undefined ? {} : { link: caller.link }),
    ...(caller.expiresAt === undefined ? {} : { expiresAt: caller.expiresAt }),
  };
  const attachment: Attachment = { plan, identity, schema, epoch };
  sync.attach(socket, attachment);
}

function wordsFor(
  outcome: Exclude<EnterOutcome, { kind: 'nobody' | 'entered' }>,
): readonly [CloseReason, string] {
  switch (outcome.kind) {
    case 'no-plan':
      return ['gone', 'The plan was deleted.'];
    case 'no-access':
      return ['notAllowed', 'You have no access to this plan.'];
    case 'ended':
      if (outcome.why === 'revoked') return ['notAllowed', 'The link you came by was revoked.'];
      return ['signedOut', 'Your session has ended. Open your link again.'];
  }
}

function refuseUpgrade(stream: Duplex, { status, code, message }: Refusal): void {
  const body = JSON.stringify({ error: { code, message } });
  stream.end(
    `HTTP/1.1 ${status} ${STATUS[status]}\r\n` +
      'Content-Type: application/json\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
}

/** One that is none is another one: who says it holds a copy, and must not bring it along. */
function epochOf(text: string | null): number | undefined {
  return text === null || text === '' ? undefined : (naturalNumber(text) ?? NO_EPOCH);
}

function naturalNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
