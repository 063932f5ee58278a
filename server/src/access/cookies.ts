/** One http-only cookie per actor, so that one browser can hold several. */

export interface ActorCookie {
  readonly actor: string;
  readonly value: string;
}

/** Under https the browser itself then refuses such a cookie from a subdomain or over http. */
const SECURE_PREFIX = '__Host-';
const NAME = 'tandem-';
const ACTOR_SHAPE = /^[A-Za-z0-9_-]{1,64}$/;
/** A header with more cookies of ours than anybody joins plans is not read to its end. */
const MOST_COOKIES = 200;

export function cookieName(actor: string, isSecure: boolean): string {
  return `${isSecure ? SECURE_PREFIX : ''}${NAME}${actor}`;
}

export function readCookies(header: string | undefined, isSecure: boolean): readonly ActorCookie[] {
  const prefix = cookieName('', isSecure);
  const found: ActorCookie[] = [];
  for (const part of (header ?? '').split(';')) {
    const [name = '', value = ''] = part.trim().split('=', 2);
    if (!name.startsWith(prefix) || found.length === MOST_COOKIES) continue;
    const actor = name.slice(prefix.length);
    if (ACTOR_SHAPE.test(actor) && value !== '') found.push({ actor, value });
  }
  return found;
}

/** The value of `Set-Cookie`. */
export function writeCookie(cookie: ActorCookie, isSecure: boolean, expiresAt: Date): string {
  const name = cookieName(cookie.actor, isSecure);
  const secure = isSecure ? '; Secure' : '';
  const expires = expiresAt.toUTCString();
  return `${name}=${cookie.value}; Path=/; Expires=${expires}; HttpOnly; SameSite=Lax${secure}`;
}
