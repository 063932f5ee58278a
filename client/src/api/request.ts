/** One call to the server and its answer as a value: what is refused or unreachable is expected, not thrown. */

import type { ErrorBody } from '@tandem/shared/protocol/http';

export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly message: string;
    }
  | { readonly kind: 'unreachable'; readonly message: string };

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** Which of the actors in this browser asks. */
  readonly as?: string | undefined;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

const UNREACHABLE = 'The server cannot be reached. Check the connection and try again.';

export async function request<T>(path: string, call: Call = {}): Promise<Answer<T>> {
  const { method = 'GET', body, as, query = {} } = call;
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query, as })) {
    if (value !== undefined) search.set(key, value);
  }
  const url = search.size === 0 ? path : `${path}?${search}`;
  try {
    const response = await fetch(url, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const json: unknown = await response.json().catch(() => undefined);
    if (response.ok) return { kind: 'ok', value: json as T };
    return { kind: 'refused', status: response.status, ...errorIn(json) };
  } catch {
    // `fetch` throws only when nothing came back: offline, server gone, request blocked.
    return { kind: 'unreachable', message: UNREACHABLE };
  }
}

function errorIn(json: unknown): { code: string; message: string } {
  const error = (json as Partial<ErrorBody> | undefined)?.error;
  return {
    code: error?.code ?? 'unknown',
    message: error?.message ?? 'The server could not do that. Try again in a moment.',
  };
}
