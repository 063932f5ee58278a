/** Work on this device that never reached the server, of somebody else or from before a restore. */

import { useEffect, useState } from 'react';
import { useSaved } from '../session/hooks.ts';
import {
  discardLeftover,
  findLeftovers,
  type Leftover,
  planOfLeftover,
  replayLeftover,
} from '../session/leftover.ts';
import type { LiveSession } from '../session/live-session.ts';
import { openLocalStore } from '../session/local-store.ts';
import { storeName } from '../session/store-registry.ts';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live-region.tsx';
import { NOT_COPIED } from './broken-plan.tsx';
import { copiesInUse, deviceValues } from './device.ts';
import { copyPlan } from './plan-copy.ts';

/** The session of the epoch before, or of a page just left, is closed by then. */
const LOOK_AFTER_MS = 1500;

export function LeftoverBanner({ session }: { readonly session: LiveSession }) {
  const [leftovers, setLeftovers] = useState<readonly Leftover[]>([]);
  // Only the whole plan can tell what is missing from it.
  const isComplete = useSaved(({ kind }) => kind === 'saved');
  const [leftover] = leftovers;

  useEffect(() => {
    if (!isComplete) return;
    const timer = setTimeout(async () => {
      const inUse = await copiesInUse();
      const found = findLeftovers(deviceValues(), session.key);
      setLeftovers(found.filter(({ key }) => !inUse.has(storeName(key))));
    }, LOOK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [session, isComplete]);

  if (leftover === undefined || !isComplete) return null;
  return (
    <LeftoverOffer
      key={leftover.key.actor + leftover.key.epoch}
      session={session}
      leftover={leftover}
      onGone={() => setLeftovers((before) => before.slice(1))}
    />
  );
}

interface LeftoverOfferProps {
  readonly session: LiveSession;
  readonly leftover: Leftover;
  readonly onGone: () => void;
}

function LeftoverOffer({ session, leftover, onGone }: LeftoverOfferProps) {
  const [hasRest, setRest] = useState(false);
  const [isCopied, setCopied] = useState<boolean>();
  const add = async (): Promise<void> => {
    const { replayed, refused, rest } = await replayLeftover(session, openLocalStore, leftover);
    announce(replayed === 1 ? 'One edit added.' : `${replayed} edits added.`);
    if (refused > 0 || rest.length > 0) setRest(true);
    else await discard();
  };
  const copy = async (): Promise<void> => {
    setCopied(await copyPlan(await planOfLeftover(openLocalStore, leftover)));
  };
  const discard = async (): Promise<void> => {
    await discardLeftover(deviceValues(), openLocalStore, leftover);
    onGone();
  };
  const canAdd = leftover.canReplay && session.canEdit && !hasRest;
  return (
    <div className="banner" role="status">
      <p>
        {words(leftover, hasRest)} {isCopied === false ? NOT_COPIED : ''}
      </p>
      <div className="banner-actions">
        {canAdd ? (
          <Button size="small" look="primary" onClick={() => void add()}>
            {leftover.waiting === 1 ? 'Add it as mine' : 'Add them as mine'}
          </Button>
        ) : null}
        <Button size="small" onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy that plan'}
        </Button>
        <Button size="small" look="quiet" onClick={() => void discard()}>
          Discard
        </Button>
      </div>
    </div>
  );
}

function words({ waiting, canReplay }: Leftover, hasRest: boolean): string {
  if (hasRest) {
    return 'The edits were added. Running text, and what no longer fits, has to be copied by hand before you discard it.';
  }
  const edits = waiting === 1 ? 'One edit' : `${waiting} edits`;
  const were = waiting === 1 ? 'was' : 'were';
  if (!canReplay) {
    return `${edits} on this device ${were} made before the plan was restored and never saved. Copy what you need.`;
  }
  return `${edits} on this device ${were} made under another name and never saved.`;
}
