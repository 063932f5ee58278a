/** The session is over: why, and what the person can still take along. */

import { useState } from 'react';
import type { LiveSession } from '../session/live-session.ts';
import type { SavedState } from '../session/plan-session.ts';
import { Button } from '../ui/button.tsx';
import { NOT_COPIED } from './broken-plan.tsx';
import { copyPlan } from './plan-copy.ts';

interface RefusedBannerProps {
  readonly session: LiveSession;
  readonly state: Extract<SavedState, { kind: 'refused' }>;
}

/** With these, the same page comes back whole after a reload. */
const RELOAD_HELPS = ['clientTooOld', 'forgedClientId', 'abuse', 'malformed', 'tooLarge'];
const LOSES_COPY = ['notAllowed', 'gone'];

export function RefusedBanner({ session, state }: RefusedBannerProps) {
  const [isCopied, setCopied] = useState<boolean>();
  const { code, message, unsaved } = state;
  const copy = async (): Promise<void> => {
    const isDone = await copyPlan(session.reading().plan);
    setCopied(isDone);
    if (isDone && LOSES_COPY.includes(code)) await session.dropLocalCopy();
  };
  return (
    <div className="banner banner-error" role="alert">
      <p>
        <strong>{message}</strong> {session.canEdit ? unsavedWords(unsaved) : ''}{' '}
        {isCopied === false ? NOT_COPIED : ''}
      </p>
      <div className="banner-actions">
        {unsaved > 0 ? (
          <Button size="small" look="primary" onClick={() => void copy()}>
            {isCopied ? 'Copied' : 'Copy the plan with what was not saved'}
          </Button>
        ) : null}
        {RELOAD_HELPS.includes(code) ? (
          <Button size="small" onClick={() => window.location.reload()}>
            Reload
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function unsavedWords(unsaved: number): string {
  if (unsaved === 0) return 'Everything you wrote was saved.';
  const edits = unsaved === 1 ? 'One edit was' : `${unsaved} edits were`;
  return `${edits} not saved. Copy the plan before you leave: this device does not keep it.`;
}
