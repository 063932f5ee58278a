import type { ReactNode } from 'react';
import { Link } from '../ui/router.tsx';
import '../ui/popover.css';
import './pages.css';

interface PageFrameProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly isBusy?: boolean;
  readonly children?: ReactNode;
}

/** Pages around the plans. */
export function PageFrame({ title, action, isBusy = false, children }: PageFrameProps) {
  return (
    <>
      <header className="page-bar">
        <Link href="/" className="page-home">
          <span className="logo" aria-hidden="true" />
          Tandem
        </Link>
      </header>
      <main className="page" aria-busy={isBusy}>
        <div className="page-head">
          <h1>{title}</h1>
          {action}
        </div>
        {children}
      </main>
    </>
  );
}
