/** Everybody who has the plan open, each once however many tabs they have. */

import type { PresenceUser } from '@tandem/shared/protocol/presence';
import { usePeers, useSession } from '../session/hooks.ts';
import { Avatar } from './avatar.tsx';

const MOST_SHOWN = 5;

export function WhoIsHere() {
  const { me } = useSession();
  const people = onceEach([me, ...usePeers().map((peer) => peer.user)]);
  const shown = people.slice(0, MOST_SHOWN);
  const more = people.length - shown.length;
  return (
    <ul className="who-is-here" aria-label="Here now">
      {shown.map((user) => (
        <li key={user.actor}>
          <Avatar
            name={user.actor === me.actor ? `${user.name} (you)` : user.name}
            party={user.party}
          />
        </li>
      ))}
      {more > 0 ? <li className="who-more">+{more}</li> : null}
    </ul>
  );
}

function onceEach(users: readonly PresenceUser[]): readonly PresenceUser[] {
  return [...new Map(users.map((user) => [user.actor, user])).values()];
}
