import type { ReactNode } from 'react';
import './button.css';

export type PillTone = 'neutral' | 'progress' | 'ok' | 'error' | 'warn';

export function Pill({
  tone,
  children,
}: {
  readonly tone: PillTone;
  readonly children: ReactNode;
}) {
  return <span className={`pill ${tone}`}>{children}</span>;
}
