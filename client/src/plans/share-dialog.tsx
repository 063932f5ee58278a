/** Who can get in: the links of the plan, and a new one with the words to send it. */

import type { Link } from '@tandem/shared/protocol/http';
import { useCallback, useEffect, useState } from 'react';
import { fetchLinks, revokeLink } from '../api/calls.ts';
import type { LiveSession } from '../session/live-session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { NewLinkForm } from './new-link-form.tsx';
import './share-dialog.css';

interface ShareDialogProps {
  readonly session: LiveSession;
  readonly onClose: () => void;
}

export function ShareDialog({ session, onClose }: ShareDialogProps) {
  const { plan, actor } = session.key;
  const [links, setLinks] = useState<readonly Link[]>();
  const [trouble, setTrouble] = useState<string>();

  const load = useCallback(async (): Promise<void> => {
    const answer = await fetchLinks(plan, actor);
    if (answer.kind === 'ok') setLinks(answer.value.links);
    else setTrouble(answer.message);
  }, [plan, actor]);
  useEffect(() => {
    void load();
  }, [load]);

  const revoke = async (link: Link): Promise<void> => {
    const answer = await revokeLink(plan, actor, link.id);
    if (answer.kind !== 'ok') setTrouble(answer.message);
    await load();
  };

  return (
    <Dialog
      title="Share this plan"
      text="Whoever has a link gets in, without an account. Everybody sees who is here."
      onClose={onClose}
    >
      <NewLinkForm session={session} onMade={() => void load()} />
      {trouble === undefined ? null : (
        <p role="alert" className="form-note error">
          {trouble}
        </p>
      )}
      <h3 className="share-heading">Links that are open</h3>
      {links?.length === 0 ? (
        <p className="form-note">None yet. Make one above and send it.</p>
      ) : null}
      <ul className="share-links">
        {links?.map((link) => (
          <li key={link.id}>
            <span className={`share-party ${link.party}`}>
              {link.party === 'seller' ? 'S' : 'B'}
            </span>
            <span className="share-what">
              {linkTitle(link)}
              <small>{linkFacts(link)}</small>
            </span>
            <Button size="small" onClick={() => void revoke(link)}>
              Revoke
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const CAN = { viewer: 'can read', commenter: 'can comment', editor: 'can edit' } as const;

function linkTitle({ party, role, email }: Link): string {
  return `${email ?? (party === 'seller' ? 'Seller' : 'Buyer')} ${CAN[role]}`;
}

function linkFacts({ joinedBy, expiresAt, createdBy }: Link): string {
  const who = joinedBy === undefined ? 'nobody has used it yet' : `first used by ${joinedBy.name}`;
  const until =
    expiresAt === undefined ? '' : ` · until ${new Date(expiresAt).toLocaleDateString()}`;
  return `${who} · made by ${createdBy.name}${until}`;
}
