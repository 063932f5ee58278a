/** The text cell of a subject, for editors to bind to. */

import * as Y from 'yjs';
import { LIST_OF, type Subject } from '../plan/plan.ts';
import { narrativeRoot, rootMap } from './layout.ts';

/** The fragment behind a text field, or nothing where there is none (unknown row, or a field that is no text). */
export function textCell(doc: Y.Doc, subject: Subject): Y.XmlFragment | undefined {
  if (subject.kind === 'narrative') return narrativeRoot(doc);
  const { field } = subject;
  if (field === undefined) return undefined;
  const holder =
    subject.kind === 'plan'
      ? rootMap(doc, 'meta')
      : subject.kind === 'goal'
        ? rootMap(doc, 'goal')
        : rowOf(doc, subject);
  const cell = holder?.get(field);
  return cell instanceof Y.XmlFragment && !(cell instanceof Y.XmlElement) ? cell : undefined;
}

function rowOf(doc: Y.Doc, subject: Subject): Y.Map<unknown> | undefined {
  if (subject.kind === 'plan' || subject.kind === 'goal' || subject.kind === 'narrative')
    return undefined;
  const row = rootMap(doc, LIST_OF[subject.kind]).get(subject.id);
  return row instanceof Y.Map ? (row as Y.Map<unknown>) : undefined;
}
