/** A person as a round mark: initials, the party's colour and its letter. */

import type { Party } from '@tandem/shared/plan/kinds';
import { initials } from './initials.ts';
import './presence.css';

interface AvatarProps {
  readonly name: string;
  readonly party: Party;
  readonly isSmall?: boolean;
}

export function Avatar({ name, party, isSmall = false }: AvatarProps) {
  return (
    <span
      className={`avatar ${party} ${isSmall ? 'avatar-small' : ''}`}
      title={`${name}, ${party}`}
    >
      <span aria-hidden="true">{initials(name.replace(/ \(you\)$/, ''))}</span>
      {isSmall ? null : (
        <span className="avatar-party" aria-hidden="true">
          {party === 'seller' ? 'S' : 'B'}
        </span>
      )}
      <span className="visually-hidden">
        {name}, {party}
      </span>
    </span>
  );
}
