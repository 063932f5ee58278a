/** In the place of the plan page when showing it failed. The document itself is whole: it is no part of the page. */

import { useState } from 'react';
import type { LiveSession } from '../session/live-session.ts';
import { Button } from '../ui/button.tsx';
import { copyPlan } from './plan-copy.ts';

interface BrokenPlanProps {
  readonly session: LiveSession;
  readonly onAgain: () => void;
}

export function BrokenPlan({ session, onAgain }: BrokenPlanProps) {
  const [copied, setCopied] = useState<boolean>();
  return (
    <main className="page-message" role="alert">
      <h1>The plan could not be shown</h1>
      <p>
        What you and the others wrote is kept; only the page stumbled over it. Show it again or
        reload. If that does not help, copy the plan as text and tell us what you did last.
      </p>
      <div className="form-actions">
        <Button look="primary" onClick={onAgain}>
          Show it again
        </Button>
        <Button onClick={() => window.location.reload()}>Reload</Button>
        <Button onClick={async () => setCopied(await copyPlan(session.reading().plan))}>
          {copied === true ? 'Copied' : 'Copy the plan'}
        </Button>
      </div>
      {copied === false ? <p>{NOT_COPIED}</p> : null}
    </main>
  );
}

export const NOT_COPIED =
  'It could not be copied. Go online, or allow this page to use the clipboard, and try again.';
