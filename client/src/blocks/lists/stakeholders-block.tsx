// biome-ignore-all lint/a11y/useSemanticElements: part of an ARIA grid
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells have the focus, not the rows
/** Who is who, one table for each party, with the roles that nobody has yet. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import { PARTIES, type Party } from '@tandem/shared/plan/kinds';
import type { Stakeholder, Subject } from '@tandem/shared/plan/plan';
import { Plus } from 'lucide-react';
import { CheckCell } from '../../cells/check-cell.tsx';
import { InputCell } from '../../cells/input-cell.tsx';
import { SelectCell } from '../../cells/select-cell.tsx';
import { TextCell } from '../../cells/text-cell.tsx';
import { PARTY_LETTER, partyName, ROLE_WORDS } from '../../cells/words.ts';
import { useCanEdit } from '../../session/can-edit.ts';
import { usePlan, useReading, useSession } from '../../session/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { BlockFrame } from '../block-frame.tsx';
import { DetailField } from '../detail-field.tsx';
import type { Column, RowCellProps, RowGroup } from '../grid/column.ts';
import { RowGrid } from '../grid/row-grid.tsx';
import { isNamed, missingRoles } from './stakeholder-gaps.ts';

const OTHERS = 'others';

export function StakeholdersBlock() {
  const people = usePlan((plan) => plan.stakeholders);
  const seller = usePlan((plan) => partyName(plan, 'seller'));
  const buyer = usePlan((plan) => partyName(plan, 'buyer'));
  const removed = useReading((reading) => reading.removed.stakeholders);
  const names: Readonly<Record<Party, string>> = { seller, buyer };
  const named = people.filter(isNamed).length;

  // The buyer's people first: it is their plan, and theirs are the gaps.
  const groups = (['buyer', 'seller'] as const).map(
    (party): RowGroup<Stakeholder> => ({
      id: party,
      rows: people.filter((person) => person.party === party),
      header: <PartyHead party={party} name={names[party]} />,
      footer: <Gaps party={party} people={people} />,
    }),
  );
  const others = people.filter((person) => person.party === undefined);
  if (others.length > 0) {
    groups.push({ id: OTHERS, rows: others, header: <PartyHead name="Party unknown" /> });
  }
  return (
    <BlockFrame
      name="stakeholders"
      summary={people.length === named ? `${named} people` : `${named} of ${people.length} named`}
    >
      <RowGrid
        label="Stakeholders"
        kind="stakeholder"
        noun="person"
        rows={people}
        groups={groups}
        columns={COLUMNS}
        removed={removed}
        firstField="name"
        titleOf={titleOf}
        lookOf={() => ({ note: '', className: '' })}
        empty="Nobody yet. Who decides, who checks, who signs?"
        Detail={PersonDetail}
        isNumberedAsSeen
        bornIn={(group) => (isParty(group) ? { party: group } : {})}
        regroup={(stakeholder, group): readonly PlanEdit[] => [
          {
            type: 'stakeholder/set',
            stakeholder: stakeholder as never,
            party: isParty(group) ? group : null,
          },
        ]}
      />
    </BlockFrame>
  );
}

function titleOf(person: Stakeholder): string {
  return person.name;
}

function isParty(group: string): group is Party {
  return (PARTIES as readonly string[]).includes(group);
}

function PartyHead({ party, name }: { readonly party?: Party; readonly name: string }) {
  return (
    <div role="gridcell" tabIndex={-1} className="cell">
      <span className="party-head">
        {party === undefined ? null : (
          <span className={`chip-letters party-${party}`} aria-hidden="true">
            {PARTY_LETTER[party]}
          </span>
        )}
        {name}
        {party === undefined ? null : <VisuallyHidden> ({party})</VisuallyHidden>}
      </span>
    </div>
  );
}

function Gaps({
  party,
  people,
}: {
  readonly party: Party;
  readonly people: readonly Stakeholder[];
}) {
  const session = useSession();
  const canEdit = useCanEdit();
  const missing = missingRoles(people, party);
  if (missing.length === 0 || !canEdit) return null;
  return (
    <div role="row">
      <div role="gridcell" className="gap-list">
        Not here yet:
        {missing.map((role) => (
          <Button
            key={role}
            size="small"
            look="quiet"
            onClick={() => session.edit({ type: 'stakeholder/add', name: '', role, party })}
          >
            <Plus size={12} aria-hidden="true" /> {ROLE_WORDS[role]}
          </Button>
        ))}
      </div>
    </div>
  );
}

function subjectOf(person: Stakeholder, field: string): Subject {
  return { kind: 'stakeholder', id: person.id, field };
}

function NameCell({ row: person }: RowCellProps<Stakeholder>) {
  return (
    <TextCell
      subject={subjectOf(person, 'name')}
      label="Name"
      text={person.name}
      placeholder="Who?"
      className="phone-first"
      suffix={person.signatory ? <span className="suffix">signs</span> : null}
    />
  );
}

function RoleCell({ row: person }: RowCellProps<Stakeholder>) {
  return (
    <SelectCell
      subject={subjectOf(person, 'role')}
      label="Role"
      value={person.role}
      words={ROLE_WORDS}
      className="phone-own"
      set={(role) => ({ type: 'stakeholder/set', stakeholder: person.id, role })}
    />
  );
}

function JobCell({ row: person }: RowCellProps<Stakeholder>) {
  return (
    <TextCell
      subject={subjectOf(person, 'title')}
      label="Job title"
      text={person.title}
      placeholder="Job title"
      className="phone-own"
    />
  );
}

function ResponsibilityCell({ row: person }: RowCellProps<Stakeholder>) {
  return (
    <TextCell
      subject={subjectOf(person, 'responsibility')}
      label="Does what here"
      text={person.responsibility}
      placeholder="Does what here?"
      className="phone-own"
    />
  );
}

const COLUMNS: readonly Column<Stakeholder>[] = [
  { key: 'name', title: 'Name', width: 'minmax(0, 1.1fr)', Cell: NameCell },
  { key: 'role', title: 'Role', width: 'minmax(0, 150px)', Cell: RoleCell },
  { key: 'title', title: 'Job title', width: 'minmax(0, 1fr)', Cell: JobCell },
  {
    key: 'responsibility',
    title: 'Does what here',
    width: 'minmax(0, 1.4fr)',
    Cell: ResponsibilityCell,
  },
];

const PARTY_WORDS: Readonly<Record<Party, string>> = { buyer: 'Buyer', seller: 'Seller' };

function PersonDetail({ row: person }: { readonly row: Stakeholder }) {
  const { id: stakeholder } = person;
  return (
    <dl className="detail-fields">
      <DetailField label="E-mail">
        <InputCell
          subject={subjectOf(person, 'email')}
          label="E-mail"
          value={person.email ?? ''}
          placeholder="Add an address"
          inputMode="email"
          read={(typed) =>
            typed === '' || /^[^\s@]+@[^\s@]+$/.test(typed)
              ? {
                  kind: 'edit',
                  edit: {
                    type: 'stakeholder/set',
                    stakeholder,
                    email: typed === '' ? null : typed,
                  },
                }
              : { kind: 'unclear', message: 'An address looks like name@company.com.' }
          }
        />
      </DetailField>
      <DetailField label="Party">
        <SelectCell
          subject={subjectOf(person, 'party')}
          label="Party"
          value={person.party}
          words={PARTY_WORDS}
          set={(party) => ({ type: 'stakeholder/set', stakeholder, party })}
        />
      </DetailField>
      <DetailField label="Signs the plan">
        <CheckCell
          subject={subjectOf(person, 'signatory')}
          label="Signs the plan"
          isOn={person.signatory}
          set={(signatory) => ({ type: 'stakeholder/set', stakeholder, signatory })}
        />
      </DetailField>
    </dl>
  );
}
