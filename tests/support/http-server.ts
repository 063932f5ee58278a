import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanSnapshot } from '@tandem/shared/plan/plan';
import type { Joined, LinkRole, NewLinkAnswer, NewPlanAnswer } from '@tandem/shared/protocol/http';
import { afterAll, beforeAll } from 'vitest';
import { systemClock } from '../../server/src/clock.ts';
import { readConfig } from '../../server/src/config.ts';
import { type RunningServer, startServer } from '../../server/src/main.ts';

/** The real server in this process, on a port and a data folder of its own, with a clock that can be set on. */
export interface HttpServer {
  readonly url: string;
  readonly dataDir: string;
  /** A browser that holds the demo workspace's member. */
  readonly member: Browser;
  /** As a start prints it. */
  readonly sellerLink: string;
  /** Milliseconds that the server's clock is ahead. */
  advance(milliseconds: number): void;
  /** A new plan, by the member. */
  newPlan(body?: object): Promise<string>;
  /** The secret of a new link. */
  newLink(
    plan: string,
    link: { role: LinkRole; party: string; [more: string]: unknown },
  ): Promise<NewLink>;
  /** A browser with one guest, who came by a link of its own. */
  guest(plan: string, role: LinkRole, party?: string): Promise<Browser>;
}

export interface NewLink {
  readonly id: string;
  readonly secret: string;
}

export function useServer(env: Readonly<Record<string, string>> = {}): HttpServer {
  let running: RunningServer | undefined;
  let member: Browser | undefined;
  let ahead = 0;
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-'));
  const clock = { now: () => new Date(systemClock.now().getTime() + ahead) };

  beforeAll(async () => {
    const outcome = readConfig({ PORT: '0', LOG_LEVEL: 'warn', DATA_DIR: dataDir, ...env });
    if (outcome.kind === 'bad') throw new Error(outcome.message);
    running = await startServer(outcome.config, { clock });
    member = new Browser(addressOf(running));
    const secret = secretOf(running.links?.seller ?? '');
    if (secret !== '') await member.join({ secret });
  });
  afterAll(async () => {
    await running?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const server: HttpServer = {
    get url() {
      return addressOf(running);
    },
    dataDir,
    get member() {
      if (!member) throw new Error('The server has not started.');
      return member;
    },
    get sellerLink() {
      return running?.links?.seller ?? '';
    },
    advance(milliseconds) {
      ahead += milliseconds;
    },
    async newPlan(body = { template: 'standard', evaluationStart: '2027-01-11' }) {
      const { status, json } = await server.member.post<NewPlanAnswer>('/api/plans', body);
      if (status !== 201) throw new Error(JSON.stringify(json));
      return json.id;
    },
    async newLink(plan, link) {
      const path = `/api/plans/${plan}/links`;
      const { status, json } = await server.member.post<NewLinkAnswer>(path, link);
      if (status !== 201) throw new Error(JSON.stringify(json));
      return { id: json.id, secret: secretOf(json.url) };
    },
    async guest(plan, role, party = 'buyer') {
      const browser = new Browser(server.url);
      const { secret } = await server.newLink(plan, { role, party });
      await browser.join({ secret, name: `A ${role}` });
      return browser;
    },
  };
  return server;
}

function addressOf(running: RunningServer | undefined): string {
  if (!running) throw new Error('The server has not started.');
  return running.address;
}

export function secretOf(link: string): string {
  return link.split('#')[1] ?? '';
}

export interface Answer<Body> {
  readonly status: number;
  readonly json: Body;
  readonly text: string;
  readonly headers: Headers;
}

/** Keeps cookies as a browser does. */
export class Browser {
  readonly url: string;
  readonly cookies = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get<Body = PlanSnapshot>(
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>('GET', path, undefined, headers);
  }

  post<Body = unknown>(
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>('POST', path, JSON.stringify(body), headers);
  }

  delete<Body = unknown>(path: string): Promise<Answer<Body>> {
    return this.send<Body>('DELETE', path, undefined, {});
  }

  async send<Body>(
    method: string,
    path: string,
    body: string | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer<Body>> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    const json = (isJson ? JSON.parse(text) : undefined) as Body;
    return { status: response.status, json, text, headers: response.headers };
  }

  async join(request: { secret: string; name?: string; email?: string }): Promise<Joined> {
    const { status, json } = await this.post<Joined>('/api/join', request);
    if (status !== 200) throw new Error(JSON.stringify(json));
    return json;
  }
}

/** What an error answers. */
export interface Refused {
  readonly error: { readonly code: string; readonly message: string; readonly index?: number };
}
