/** The open owner cell. */

import type { OwnerInput, PlanEdit } from '@tandem/shared/plan/edit';
import { newId, type StakeholderId } from '@tandem/shared/plan/ids';
import type { Owner } from '@tandem/shared/plan/plan';
import { suggestStakeholderRole } from '@tandem/shared/plan/stakeholder-role';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useWholePlan } from '../session/hooks.ts';
import { IconButton } from '../ui/button.tsx';
import { ListPicker } from '../ui/list-picker.tsx';
import { Popover } from '../ui/popover.tsx';
import { listChoices, lookOfOwner, naming, withChoice } from './owner-choices.ts';
import { PartyChip } from './party-chip.tsx';
import type { CellControl } from './use-cell.ts';

interface OwnerEditorProps {
  readonly cell: CellControl;
  readonly label: string;
  readonly owners: readonly Owner[];
  readonly set: (owners: readonly OwnerInput[]) => readonly PlanEdit[];
}

export function OwnerEditor({ cell, label, owners, set }: OwnerEditorProps) {
  const plan = useWholePlan();
  const [typed, setTyped] = useState(cell.typed);
  const choices = listChoices(plan, owners, typed);

  const pick = (id: string): void => {
    const choice = choices.find((listed) => listed.id === id)?.choice;
    if (choice === undefined) return;
    if (choice.kind !== 'new-person') {
      if (cell.apply(set(withChoice(plan, owners, choice)))) finish();
      return;
    }
    const { name, party } = choice;
    const stakeholder = newId<StakeholderId>(Math.random);
    const role = suggestStakeholderRole(name);
    const added = naming(plan, owners, { stakeholder, party });
    const edits: PlanEdit[] = [
      { type: 'stakeholder/add', stakeholder, name, party, role },
      ...set(added),
    ];
    if (cell.apply(edits)) finish();
  };
  // The first owner is mostly the only one; who wants more sees them listed and goes on.
  const finish = (): void => {
    if (owners.length === 0) cell.end('stay');
    else setTyped('');
  };
  const write = (next: readonly OwnerInput[]): void => void cell.apply(set(next));

  return (
    <Popover
      anchor={cell.frame}
      label={label}
      width={310}
      onClose={(how) => cell.end(how === 'escape' ? 'stay' : 'leave')}
    >
      <ListPicker
        label={label}
        options={choices}
        isMultiple
        typed={typed}
        onType={setTyped}
        placeholder="Type a name"
        empty="Type a name to add somebody."
        onPick={pick}
        onBackspace={() => owners.length > 0 && write(owners.slice(0, -1))}
        onTab={(backwards) => cell.end(backwards ? 'previous' : 'next')}
      />
      {owners.length === 0 ? null : (
        <ul className="owner-list" aria-label="Owners">
          {owners.map((owner) => (
            <li key={owner.id}>
              <PartyChip {...lookOfOwner(plan, owner)} />
              <DoesField
                key={owner.does}
                owner={owner}
                write={(does) =>
                  write(owners.map((one) => (one.id === owner.id ? withDoes(one, does) : one)))
                }
              />
              <IconButton
                label={`Remove ${lookOfOwner(plan, owner).name}`}
                onClick={() => write(owners.filter((one) => one.id !== owner.id))}
              >
                <X size={14} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}

/** Which part they do: "sends", "reviews". */
function DoesField({
  owner,
  write,
}: {
  readonly owner: Owner;
  readonly write: (does: string) => void;
}) {
  const [draft, setDraft] = useState(owner.does ?? '');
  const commit = (): void => {
    if (draft.trim() !== (owner.does ?? '')) write(draft.trim());
  };
  return (
    <input
      className="input does-field"
      aria-label="Which part they do"
      placeholder="does what?"
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}

function withDoes(owner: Owner, does: string): OwnerInput {
  const { does: _before, ...rest } = owner;
  return does === '' ? rest : { ...rest, does };
}
