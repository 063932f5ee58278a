/** Somebody or something of a party: the party's colour, and always letters beside it. */

import type { Party } from '@tandem/shared/plan/kinds';
import { initialsOf, PARTY_LETTER } from './words.ts';

interface PartyChipProps {
  readonly name: string;
  readonly party: Party | undefined;
  readonly isPerson: boolean;
  readonly does?: string | undefined;
  /** Only the first name, where several stand beside each other. */
  readonly isShort?: boolean;
}

export function PartyChip({ name, party, isPerson, does, isShort = false }: PartyChipProps) {
  const letters = isPerson || party === undefined ? initialsOf(name) : PARTY_LETTER[party];
  const shown = isShort && isPerson ? (name.split(/\s+/)[0] ?? name) : name;
  const whose = party === undefined ? '' : `, ${party}`;
  return (
    <span
      className={`chip ${party ?? 'no-party'} ${isPerson ? '' : 'stand-in'}`}
      title={`${name}${whose}${does === undefined ? '' : `: ${does}`}`}
    >
      <span className="chip-letters" aria-hidden="true">
        {letters}
      </span>
      <span className="chip-name">
        {shown}
        {does === undefined ? null : <small> {does}</small>}
      </span>
    </span>
  );
}
