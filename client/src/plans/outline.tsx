/** What the plan holds, with counts, and how evenly both parties own it. */

import type { Party } from '@tandem/shared/plan/kinds';
import type { PlanSnapshot } from '@tandem/shared/plan/plan';
import { usePlan } from '../session/hooks.ts';
import { outlineOf, stepsOwnedBy } from './outline-of.ts';

export function Outline() {
  const entries = usePlan(outlineOf, (a, b) => JSON.stringify(a) === JSON.stringify(b));
  return (
    <nav className="outline" aria-label="Parts of the plan">
      {entries.map(({ id, title, count }) => (
        <a key={id} href={`#${id}`}>
          {title}
          <span className="outline-count tabular">{count}</span>
        </a>
      ))}
      <Balance />
    </nav>
  );
}

function Balance() {
  const seller = usePlan(owned('seller'));
  const buyer = usePlan(owned('buyer'));
  if (seller + buyer === 0) return null;
  return (
    <div className="balance">
      <strong>Both sides own it</strong>
      <div className="balance-bar" aria-hidden="true">
        <span className="seller" style={{ flexGrow: seller }} />
        <span className="buyer" style={{ flexGrow: buyer }} />
      </div>
      <span className="tabular">
        S · {steps(seller)} &nbsp; B · {steps(buyer)}
      </span>
    </div>
  );
}

function owned(party: Party): (plan: PlanSnapshot) => number {
  return (plan) => stepsOwnedBy(plan, party);
}

function steps(count: number): string {
  return count === 1 ? '1 step' : `${count} steps`;
}
