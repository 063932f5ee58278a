/** Which path shows which page. The plan, with editor and sync, is a chunk of its own. */

import { lazy, Suspense } from 'react';
import { PlanListPage } from './plans/plan-list-page.tsx';
import { JoinPage } from './sign-in/join-page.tsx';
import { Button } from './ui/button.tsx';
import { ErrorBoundary, isMissingPart } from './ui/error-boundary.tsx';
import { Link, useLocation } from './ui/router.tsx';

const PlanPage = lazy(async () => ({ default: (await import('./plans/plan-page.tsx')).PlanPage }));
const NewPlanPage = lazy(async () => ({
  default: (await import('./plans/new-plan-page.tsx')).NewPlanPage,
}));

export function App() {
  const url = new URL(useLocation(), 'http://page');
  return (
    <ErrorBoundary key={url.pathname} fallback={(error) => <BrokenPage error={error} />}>
      <Suspense fallback={<p className="page-message">Opening…</p>}>{pageAt(url)}</Suspense>
    </ErrorBoundary>
  );
}

function BrokenPage({ error }: { readonly error: unknown }) {
  return (
    <main className="page-message" role="alert">
      {isMissingPart(error) ? (
        <>
          <h1>This page is not on this device yet</h1>
          <p>It comes when you are online again.</p>
        </>
      ) : (
        <>
          <h1>This page could not be shown</h1>
          <p>What you wrote is kept. Reload to go on; if it happens again, tell us what you did.</p>
        </>
      )}
      <p>
        <Button onClick={() => window.location.reload()}>Reload</Button>
      </p>
    </main>
  );
}

function pageAt({ pathname, searchParams }: URL) {
  if (pathname === '/') return <PlanListPage />;
  if (pathname === '/new') return <NewPlanPage />;
  if (pathname === '/join') return <JoinPage />;
  const plan = /^\/(?:p|plans)\/([A-Za-z0-9_-]+)$/.exec(pathname)?.[1];
  const actor = searchParams.get('as') ?? undefined;
  // Another plan or actor is another page, with nothing left over from the one before.
  if (plan !== undefined) return <PlanPage key={`${plan} ${actor}`} plan={plan} actor={actor} />;
  return (
    <main className="page-message">
      <h1>There is nothing here</h1>
      <p>
        <Link href="/">Your plans</Link>
      </p>
    </main>
  );
}
