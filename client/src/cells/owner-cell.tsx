/** Who is answerable: one or several chips, and a picker that can add somebody to the plan. */

import type { OwnerInput, PlanEdit } from '@tandem/shared/plan/edit';
import type { Owner, PlanSnapshot, Subject } from '@tandem/shared/plan/plan';
import { memo } from 'react';
import { sameItems, usePlanParts } from '../session/hooks.ts';
import { Cell } from './cell.tsx';
import { peopleById } from './indexes.ts';
import { lookOfOwner, ownersInWords } from './owner-choices.ts';
import { OwnerEditor } from './owner-editor.tsx';
import { PartyChip } from './party-chip.tsx';
import { useCell } from './use-cell.ts';

interface OwnerCellProps {
  readonly subject: Subject;
  readonly label: string;
  readonly owners: readonly Owner[];
  readonly isMuted?: boolean;
  readonly className?: string;
  readonly set: (owners: readonly OwnerInput[]) => readonly PlanEdit[];
}

export function OwnerCell({ subject, label, owners, className = '', set }: OwnerCellProps) {
  const cell = useCell(subject);
  // Only the people named here, so that somebody else's new title renders nothing in this row.
  const plan = usePlanParts(PEOPLE, (whole) => namedIn(whole, owners), samePeople);
  return (
    <Cell
      cell={cell}
      label={label}
      text={owners.length === 0 ? 'Name a person' : ownersInWords(plan, owners)}
      className={`cell-owners ${className}`}
      onClear={() => owners.length === 0 || cell.apply(set([]))}
      editor={
        cell.isEditing ? <OwnerEditor cell={cell} label={label} owners={owners} set={set} /> : null
      }
    >
      {owners.length === 0 ? (
        <span className={cell.canEdit ? 'chip nobody' : 'cell-empty'}>
          {cell.canEdit ? 'Name a person' : 'Nobody yet'}
        </span>
      ) : (
        <OwnerChips plan={plan} owners={owners} />
      )}
    </Cell>
  );
}

const PEOPLE = ['stakeholders', 'seller', 'buyer'] as const;
type People = Pick<PlanSnapshot, (typeof PEOPLE)[number]>;

const OwnerChips = memo(function OwnerChips({
  plan,
  owners,
}: {
  readonly plan: People;
  readonly owners: readonly Owner[];
}) {
  return owners.map((owner) => (
    <PartyChip
      key={owner.id}
      {...lookOfOwner(plan, owner)}
      does={owner.does}
      isShort={owners.length > 1}
    />
  ));
});

function namedIn(plan: People, owners: readonly Owner[]): People {
  const people = peopleById(plan.stakeholders);
  const stakeholders = owners.flatMap(
    ({ stakeholder }) => (stakeholder && people.get(stakeholder)) ?? [],
  );
  return { stakeholders, seller: plan.seller, buyer: plan.buyer };
}

function samePeople(a: People, b: People): boolean {
  return a.seller === b.seller && a.buyer === b.buyer && sameItems(a.stakeholders, b.stakeholders);
}
