/** The heading of a block: its title, what it amounts to, and what can be switched. */

import type { BlockName } from '@tandem/shared/plan/kinds';
import { type ReactNode, useId } from 'react';
import { BLOCK_TITLES } from './block-titles.ts';
import './blocks.css';

interface BlockFrameProps {
  readonly name: BlockName;
  readonly summary?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

export function BlockFrame({ name, summary, tools, children }: BlockFrameProps) {
  const headingId = useId();
  return (
    <section className={`block block-${name}`} aria-labelledby={headingId}>
      <header className="block-head">
        <h2 id={headingId}>{BLOCK_TITLES[name]}</h2>
        {summary === undefined ? null : <div className="block-summary">{summary}</div>}
        {tools === undefined ? null : <div className="block-tools">{tools}</div>}
      </header>
      {children}
    </section>
  );
}
