import type { ReactNode } from 'react';

interface DetailFieldProps {
  readonly label: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** One field with its name above, in the part of a row that opens. */
export function DetailField({ label, isWide = false, children }: DetailFieldProps) {
  return (
    <div className={isWide ? 'wide' : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
