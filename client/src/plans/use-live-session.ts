/** The live session of a plan page. Sessions outlive StrictMode's second mount and a quick way there and back. */

import { useEffect, useState } from 'react';
import { type LiveSession, openLiveSession } from '../session/live-session.ts';
import { openLocalStore } from '../session/local-store.ts';
import { openPool } from '../session/session-pool.ts';
import { deviceValues, holdCopy } from './device.ts';
import type { Entry } from './entry.ts';

const pool = openPool<LiveSession>();

export function useLiveSession(entry: Entry | undefined): LiveSession | null {
  const [session, setSession] = useState<LiveSession | null>(null);
  // The parts of the entry that make another session; the object is new with every answer of the server.
  const text = entry === undefined ? undefined : JSON.stringify(entry);

  useEffect(() => {
    if (text === undefined) return;
    const lease = pool.acquire(
      text,
      () => open(JSON.parse(text) as Entry),
      (held) => held.close(),
    );
    const { held } = lease;
    setSession(held);
    const stop = wakeWithPage(held);
    return () => {
      stop();
      setSession(null);
      lease.release();
    };
  }, [text]);
  return session;
}

function open({ plan, me, role, epoch }: Entry): LiveSession {
  const { protocol, host } = window.location;
  const key = { plan, actor: me.actor, epoch };
  const release = holdCopy(key);
  const session = openLiveSession({
    key,
    me,
    role,
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`,
    chance: Math.random,
    now: Date.now,
    values: deviceValues(),
    openStore: openLocalStore,
  });
  const close = (): void => {
    session.close();
    release();
  };
  return { ...session, close };
}

/** After sleep, and when the network comes or goes, a connection may be dead without knowing it. */
function wakeWithPage(session: LiveSession): () => void {
  const wake = (): void => session.wake();
  const seen = (): void => {
    if (document.visibilityState === 'visible') session.wake();
  };
  for (const event of ['online', 'offline', 'pageshow'] as const)
    window.addEventListener(event, wake);
  document.addEventListener('visibilitychange', seen);
  return () => {
    for (const event of ['online', 'offline', 'pageshow'] as const)
      window.removeEventListener(event, wake);
    document.removeEventListener('visibilitychange', seen);
  };
}
