/** The JSON of the server's notices and refusals; what is malformed counts as not said. */

import { CLOSE, type CloseReason, type Notice, type Refusal } from '@tandem/shared/protocol/sync';

export function readRefusal(json: string): Refusal | undefined {
  const { code, message } = parse(json);
  if (typeof code !== 'string' || !(code in CLOSE) || typeof message !== 'string') return undefined;
  return { code: code as CloseReason, message };
}

export function readNotice(json: string): Notice | undefined {
  const { kind, revision } = parse(json);
  if (typeof kind !== 'string') return undefined;
  return {
    kind: kind as Notice['kind'],
    ...(typeof revision === 'number' ? { revision } : {}),
  };
}

function parse(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // Only a broken or foreign server gets here; the close code still says what happened.
    return {};
  }
}
