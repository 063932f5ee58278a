import { Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { WhoIsHere } from '../presence/who-is-here.tsx';
import { useCanEdit } from '../session/can-edit.ts';
import { usePlan, useSession, useUndoState } from '../session/hooks.ts';
import type { LiveSession } from '../session/live-session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Link } from '../ui/router.tsx';
import { SavedBadge } from './saved-badge.tsx';
import { ShareDialog } from './share-dialog.tsx';

export function TopBar({ session }: { readonly session: LiveSession }) {
  const names = usePlan(({ seller, buyer }) =>
    [seller, buyer].filter((name) => name !== '').join(' × '),
  );
  const canEdit = useCanEdit();
  const [isSharing, setSharing] = useState(false);
  return (
    <header className="top-bar">
      <Link href="/" className="top-home" aria-label="Your plans">
        <span className="logo" aria-hidden="true" />
      </Link>
      <div className="top-title">
        <span className="top-names">{names === '' ? 'Tandem' : names}</span>
        <small>Mutual action plan</small>
      </div>
      <SavedBadge />
      <span className="top-space" />
      {canEdit ? <UndoButtons /> : null}
      {session.canEdit ? null : <span className="top-role">You can look, not change</span>}
      <WhoIsHere />
      {canEdit ? (
        <Button look="primary" onClick={() => setSharing(true)}>
          Share
        </Button>
      ) : null}
      {isSharing ? <ShareDialog session={session} onClose={() => setSharing(false)} /> : null}
    </header>
  );
}

function UndoButtons() {
  const session = useSession();
  const { canUndo, canRedo } = useUndoState();
  return (
    <span className="top-undo">
      <IconButton label="Undo" disabled={!canUndo} onClick={() => session.undo()}>
        <Undo2 size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label="Redo" disabled={!canRedo} onClick={() => session.redo()}>
        <Redo2 size={16} aria-hidden="true" />
      </IconButton>
    </span>
  );
}
