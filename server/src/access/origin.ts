/**
 * Against forged requests: a cookie goes along wherever a request comes from, so one that changes something
 * must come from our own pages. Programs that send a token carry no cookie that could be abused.
 */

import type { BlockList } from 'node:net';
import { isIPv6 } from 'node:net';

export interface Surroundings {
  readonly publicUrl: string;
  readonly trustedProxies: BlockList;
}

export type HeaderOf = (name: string) => string | undefined;

/** Whether a request that changes something comes from a foreign page. */
export function isForeign(
  header: HeaderOf,
  remoteAddress: string | undefined,
  surroundings: Surroundings,
): boolean {
  // What browsers say by themselves and no page can change. Absent from programs and older browsers.
  const site = header('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return true;
  if (site === 'same-origin') return false;
  return isForeignOrigin(header, remoteAddress, surroundings);
}

/** For socket upgrades, where every browser sends the origin and not every one tells the site rightly. */
export function isForeignOrigin(
  header: HeaderOf,
  remoteAddress: string | undefined,
  surroundings: Surroundings,
): boolean {
  const origin = header('origin');
  // No browser leaves both out of a request that a foreign page makes.
  if (origin === undefined) return false;
  if (origin === surroundings.publicUrl) return false;
  if (!URL.canParse(origin)) return true;
  return new URL(origin).host !== hostOf(header, remoteAddress, surroundings.trustedProxies);
}

/** Under which host the browser knows us; a trusted proxy may say so in our place. */
function hostOf(
  header: HeaderOf,
  remoteAddress: string | undefined,
  trusted: BlockList,
): string | undefined {
  const forwarded = header('x-forwarded-host');
  if (forwarded !== undefined && remoteAddress !== undefined && isTrusted(remoteAddress, trusted)) {
    return forwarded.split(',')[0]?.trim();
  }
  return header('host');
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  return trusted.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}
