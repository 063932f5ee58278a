/** `/join#SECRET`. Loading it does nothing; the secret goes out only when the person says so. */

import { type FormEvent, type ReactNode, useState, useSyncExternalStore } from 'react';
import { join } from '../api/calls.ts';
import { Button } from '../ui/button.tsx';
import { recall, remember } from '../ui/remembered.ts';
import { navigate } from '../ui/router.tsx';
import '../ui/popover.css';
import './sign-in.css';

const NAME_KEY = 'tandem:name';

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function JoinPage() {
  // Another link pasted into the same tab changes only the part behind the #.
  const secret = useSyncExternalStore(onHashChange, () => window.location.hash.slice(1));
  const [remembered] = useState(() => recall(NAME_KEY));
  const [name, setName] = useState(remembered ?? '');
  const [trouble, setTrouble] = useState<{
    readonly about: 'name' | 'link';
    readonly message: string;
  }>();
  const [isJoining, setJoining] = useState(false);

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setJoining(true);
    setTrouble(undefined);
    const given = name.trim();
    const answer = await join({ secret, ...(given === '' ? {} : { name: given }) });
    setJoining(false);
    if (answer.kind === 'ok') {
      if (given !== '') remember(NAME_KEY, given);
      const { plan, actor } = answer.value;
      navigate(plan === undefined ? '/' : `/p/${plan}?as=${encodeURIComponent(actor)}`, 'replace');
    } else if (answer.kind === 'refused' && answer.code === 'name-missing') {
      setTrouble({
        about: 'name',
        message: 'Please say your name, so that the others know who is here.',
      });
    } else {
      setTrouble({ about: 'link', message: answer.message });
    }
  };

  if (secret === '') {
    return (
      <JoinFrame title="This link is not complete">
        <p>The part behind the # is missing. Copy the whole link from the message that you got.</p>
      </JoinFrame>
    );
  }
  return (
    <JoinFrame title="You are invited to a plan">
      <p>
        One page that both companies see and edit: what happens next, who does it, and by when. It
        takes no account and no password.
      </p>
      <form onSubmit={onSubmit}>
        <label className="form-field">
          <span className="form-label">Your name</span>
          <input
            className="input"
            name="name"
            autoComplete="name"
            maxLength={80}
            value={name}
            aria-describedby="name-note"
            aria-invalid={trouble?.about === 'name'}
            onChange={(event) => setName(event.target.value)}
          />
          <span
            id="name-note"
            className={trouble?.about === 'name' ? 'form-note error' : 'form-note'}
          >
            {trouble?.about === 'name'
              ? trouble.message
              : 'The others see it beside what you write. We ask once. If you already have a place in this workspace, leave it empty.'}
          </span>
        </label>
        {trouble?.about === 'link' ? (
          <p role="alert" className="form-note error">
            {trouble.message}
          </p>
        ) : null}
        <Button type="submit" look="primary" disabled={isJoining}>
          {isJoining ? 'Opening…' : 'Open the plan'}
        </Button>
      </form>
    </JoinFrame>
  );
}

function JoinFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="join">
      <div className="join-card">
        <span className="logo" aria-hidden="true" />
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
