/** One plan: who comes in, what they see while it opens, and the page itself. */

import { useEffect, useEffectEvent } from 'react';
import { CellEditorContext } from '../cells/cell-context.ts';
import { CellEditor } from '../editor/cell-editor.tsx';
import { useUndoKeys } from '../editor/undo-keys.ts';
import { OpenContext } from '../session/can-edit.ts';
import { SessionContext, usePlan, useSaved } from '../session/hooks.ts';
import type { LiveSession } from '../session/live-session.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { Link } from '../ui/router.tsx';
import { BrokenPlan } from './broken-plan.tsx';
import { forgetEntry } from './entry.ts';
import { LeftoverBanner } from './leftover-banner.tsx';
import { Outline } from './outline.tsx';
import { RefusedBanner } from './refused-banner.tsx';
import { Sheet } from './sheet.tsx';
import { TopBar } from './top-bar.tsx';
import { useEntry } from './use-entry.ts';
import { useLiveSession } from './use-live-session.ts';
import './plan-page.css';

interface PlanPageProps {
  readonly plan: string;
  readonly actor: string | undefined;
}

export function PlanPage({ plan, actor }: PlanPageProps) {
  const { entry, ask } = useEntry(plan, actor);
  const session = useLiveSession(entry.kind === 'entered' ? entry.entry : undefined);

  if (entry.kind === 'shut') return <ShutPage message={entry.message} />;
  if (entry.kind === 'unreachable') {
    return <ShutPage title="This plan is not on this device yet" message={entry.message} />;
  }
  if (session === null) return <OpeningPage />;
  return (
    <SessionContext value={session}>
      <CellEditorContext value={CellEditor}>
        <ErrorBoundary
          fallback={(_error, again) => <BrokenPlan session={session} onAgain={again} />}
        >
          <OpenPlan session={session} onOtherEpoch={ask} onShut={() => forgetEntry(session.key)} />
        </ErrorBoundary>
      </CellEditorContext>
    </SessionContext>
  );
}

interface OpenPlanProps {
  readonly session: LiveSession;
  readonly onOtherEpoch: () => void;
  /** There is no access any more: the next visit asks the server first. */
  readonly onShut: () => void;
}

function OpenPlan({ session, onOtherEpoch, onShut }: OpenPlanProps) {
  const isLoading = useSaved((state) => state.kind === 'loading');
  const refused = useSaved((state) => (state.kind === 'refused' ? state : undefined));
  const title = usePlan((plan) => plan.title);
  useUndoKeys(session);
  useEffect(() => {
    document.title = title === '' ? 'Tandem' : `${title} · Tandem`;
  }, [title]);
  // The new state of the plan is fetched under its own epoch; what the old one has unsent is offered there.
  const isOtherEpoch = refused?.code === 'otherEpoch';
  useEffect(() => {
    if (isOtherEpoch) onOtherEpoch();
  }, [isOtherEpoch, onOtherEpoch]);

  const isShut = refused?.code === 'notAllowed' || refused?.code === 'gone';
  const shut = useEffectEvent(onShut);
  useEffect(() => {
    if (isShut) shut();
  }, [isShut]);

  // Refused before anything came: a banner over an empty sheet would look like an empty plan.
  const isEmpty = usePlan((plan) => plan.narrative.length + plan.steps.length === 0);
  if (refused && isEmpty && !isOtherEpoch) return <ShutPage message={refused.message} />;
  if (isLoading) return <OpeningPage />;
  return (
    <OpenContext value={refused === undefined}>
      <div className="plan">
        <TopBar session={session} />
        {refused && !isOtherEpoch ? <RefusedBanner session={session} state={refused} /> : null}
        <LeftoverBanner session={session} />
        <div className="plan-body">
          <Outline />
          <Sheet />
        </div>
        <LiveRegion />
      </div>
    </OpenContext>
  );
}

interface ShutPageProps {
  readonly title?: string;
  readonly message: string;
}

function ShutPage({ title = 'This plan is not open to you', message }: ShutPageProps) {
  return (
    <main className="page-message">
      <h1>{title}</h1>
      <p>{message}</p>
      <p>
        <Link href="/">Your plans</Link>
      </p>
    </main>
  );
}

function OpeningPage() {
  return (
    <main className="page-message" aria-busy="true">
      <p>Opening the plan…</p>
    </main>
  );
}
