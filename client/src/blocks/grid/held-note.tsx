// biome-ignore-all lint/a11y/useSemanticElements: part of an ARIA grid
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells have the focus, not the rows
import { Button } from '../../ui/button.tsx';

interface HeldNoteProps {
  readonly id: string;
  readonly sentence: string;
  readonly inside: { readonly onFocus: () => void; readonly onBlur: () => void };
  readonly onBringBack: () => void;
}

/** Below a row that is gone for everybody else. */
export function HeldNote({ id, sentence, inside, onBringBack }: HeldNoteProps) {
  return (
    <div role="row" className="held-note-row" data-row={`${id} held`} {...inside}>
      <div
        role="gridcell"
        tabIndex={-1}
        className="held-note"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
          event.preventDefault();
          onBringBack();
        }}
      >
        {sentence} {/* The caret stays in the row: only the place of the row changes. */}
        <Button
          size="small"
          look="quiet"
          tabIndex={-1}
          onPointerDown={(event) => event.preventDefault()}
          onClick={onBringBack}
        >
          Bring back
        </Button>
      </div>
    </div>
  );
}
