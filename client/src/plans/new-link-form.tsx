import { PARTIES, type Party } from '@tandem/shared/plan/kinds';
import type { LinkRole } from '@tandem/shared/protocol/http';
import { type FormEvent, useState } from 'react';
import { createLink } from '../api/calls.ts';
import type { LiveSession } from '../session/live-session.ts';
import { Button } from '../ui/button.tsx';
import { invitationText } from './invitation.ts';
import { copyText } from './plan-copy.ts';

interface NewLinkFormProps {
  readonly session: LiveSession;
  readonly onMade: () => void;
}

const ROLES: readonly { readonly role: LinkRole; readonly label: string }[] = [
  { role: 'editor', label: 'can edit' },
  { role: 'commenter', label: 'can comment' },
  { role: 'viewer', label: 'can read' },
];
const DAYS = [
  { days: '', label: 'until revoked' },
  { days: '7', label: 'for a week' },
  { days: '30', label: 'for 30 days' },
  { days: '90', label: 'for 90 days' },
];

export function NewLinkForm({ session, onMade }: NewLinkFormProps) {
  const { plan, actor } = session.key;
  // A guest invites for the own party; a member for both.
  const parties =
    session.role === 'member' ? PARTIES : PARTIES.filter((party) => party === session.me.party);
  const [party, setParty] = useState<Party>(parties.at(-1) ?? session.me.party);
  const [role, setRole] = useState<LinkRole>('editor');
  const [days, setDays] = useState('');
  const [made, setMade] = useState<{ readonly url: string; readonly text: string }>();
  const [trouble, setTrouble] = useState<string>();

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const expiresAt =
      days === ''
        ? {}
        : { expiresAt: new Date(Date.now() + Number(days) * 86_400_000).toISOString() };
    const answer = await createLink(plan, actor, { role, party, ...expiresAt });
    if (answer.kind !== 'ok') {
      setTrouble(answer.message);
      return;
    }
    const { url } = answer.value;
    const { title } = session.reading().plan;
    setTrouble(undefined);
    setMade({
      url,
      text: invitationText({
        role,
        url,
        title,
        from: session.me.name,
        isSameParty: party === session.me.party,
      }),
    });
    onMade();
  };

  if (made !== undefined) return <MadeLink {...made} onAnother={() => setMade(undefined)} />;
  return (
    <form className="share-form" onSubmit={onSubmit}>
      <label>
        <span className="form-label">For</span>
        <select
          className="input"
          value={party}
          onChange={(event) => setParty(event.target.value as Party)}
        >
          {parties.map((one) => (
            <option key={one} value={one}>
              {one === 'seller' ? 'the seller' : 'the buyer'}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="form-label">Whoever has it</span>
        <select
          className="input"
          value={role}
          onChange={(event) => setRole(event.target.value as LinkRole)}
        >
          {ROLES.map((one) => (
            <option key={one.role} value={one.role}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="form-label">It works</span>
        <select className="input" value={days} onChange={(event) => setDays(event.target.value)}>
          {DAYS.map((one) => (
            <option key={one.days} value={one.days}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" look="primary">
        Make a link
      </Button>
      {trouble === undefined ? null : (
        <p role="alert" className="form-note error">
          {trouble}
        </p>
      )}
    </form>
  );
}

interface MadeLinkProps {
  readonly url: string;
  readonly text: string;
  readonly onAnother: () => void;
}

function MadeLink({ url, text, onAnother }: MadeLinkProps) {
  const [message, setMessage] = useState(text);
  const [copied, setCopied] = useState<'link' | 'message'>();
  const copy = async (what: 'link' | 'message'): Promise<void> => {
    if (await copyText(what === 'link' ? url : message)) setCopied(what);
  };
  return (
    <div className="share-made">
      <label className="form-field">
        <span className="form-label">Message to send with it (edit it as you like)</span>
        <textarea
          className="input"
          rows={12}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        <span className="form-note">The link is shown this once.</span>
      </label>
      <div className="form-actions">
        {/* The form that had the focus is gone. */}
        <Button look="primary" autoFocus onClick={() => void copy('message')}>
          {copied === 'message' ? 'Copied' : 'Copy message'}
        </Button>
        <Button onClick={() => void copy('link')}>
          {copied === 'link' ? 'Copied' : 'Copy only the link'}
        </Button>
        <Button look="quiet" onClick={onAnother}>
          Make another
        </Button>
      </div>
    </div>
  );
}
