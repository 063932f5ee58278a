/** Edits of stakeholders, key dates, workstreams and the glossary. */

import type * as Y from 'yjs';
import { unreachable } from '../plan/assert.ts';
import type { GlossaryEdit, KeyDateEdit, StakeholderEdit, WorkstreamEdit } from '../plan/edit.ts';
import { PARTIES, STAKEHOLDER_ROLES, STANDARD_KEY_DATES, STEP_TYPES } from '../plan/kinds.ts';
import {
  checkDate,
  checkOneOf,
  checkTexts,
  onRow,
  type Preparation,
  prepareBirth,
  prepareMove,
  prepareRemoval,
  refuse,
} from './prepare-edit.ts';
import { setFields } from './set-fields.ts';
import { type Writing, writeExplained, writeText } from './write-row.ts';

export function prepareStakeholderEdit(
  doc: Y.Doc,
  edit: StakeholderEdit,
  writing: Writing,
): Preparation {
  switch (edit.type) {
    case 'stakeholder/add':
    case 'stakeholder/set': {
      const { name, title, role, party, responsibility, email, signatory } = edit;
      const values = { name, title, role, party, responsibility, email, signatory };
      const checks = [
        checkTexts(name, title, responsibility, email),
        checkOneOf(STAKEHOLDER_ROLES, role),
        checkOneOf(PARTIES, party),
      ];
      return edit.type === 'stakeholder/add'
        ? prepareBirth(
            doc,
            {
              kind: 'stakeholder',
              id: edit.stakeholder,
              after: edit.after,
              values: { ...values, role: role ?? 'other' },
              checks,
            },
            writing,
          )
        : setFields(doc, 'stakeholder', edit.stakeholder, values, checks);
    }
    case 'stakeholder/move':
      return prepareMove(doc, 'stakeholder', edit.stakeholder, edit.after, writing.chance);
    case 'stakeholder/remove':
    case 'stakeholder/bring-back':
      return prepareRemoval(
        doc,
        'stakeholder',
        edit.stakeholder,
        edit.type === 'stakeholder/remove',
      );
    default:
      return unreachable(edit);
  }
}

export function prepareKeyDateEdit(doc: Y.Doc, edit: KeyDateEdit, writing: Writing): Preparation {
  switch (edit.type) {
    case 'key-date/add': {
      const { label, date, why } = edit;
      return prepareBirth(
        doc,
        {
          kind: 'key-date',
          id: edit.keyDate,
          after: edit.after,
          values: { label, date, why },
          checks: [checkTexts(label, why), checkDate(date)],
        },
        writing,
      );
    }
    case 'key-date/set':
      return onRow(doc, 'key-date', edit.keyDate, [checkDate(edit.date)], (row) =>
        writeExplained(row, 'date', edit.date, writing),
      );
    case 'key-date/set-text':
      return onRow(
        doc,
        'key-date',
        edit.keyDate,
        [checkOneOf(['label', 'why'], edit.field), checkTexts(edit.text)],
        (row) => writeText(row, edit.field, edit.text),
      );
    case 'key-date/move':
      return prepareMove(doc, 'key-date', edit.keyDate, edit.after, writing.chance);
    case 'key-date/remove':
      // The four standard dates are what rules and templates count from; they are cleared, not removed.
      return (STANDARD_KEY_DATES as readonly string[]).includes(edit.keyDate)
        ? refuse('invalid-value', 'This key date belongs to every plan; its date can be cleared.')
        : prepareRemoval(doc, 'key-date', edit.keyDate, true);
    case 'key-date/bring-back':
      return prepareRemoval(doc, 'key-date', edit.keyDate, false);
    default:
      return unreachable(edit);
  }
}

export function prepareWorkstreamEdit(
  doc: Y.Doc,
  edit: WorkstreamEdit,
  writing: Writing,
): Preparation {
  switch (edit.type) {
    case 'workstream/add':
      return prepareBirth(
        doc,
        {
          kind: 'workstream',
          id: edit.workstream,
          after: edit.after,
          values: { name: edit.name },
          checks: [checkTexts(edit.name)],
        },
        writing,
      );
    case 'workstream/set':
      return setFields(doc, 'workstream', edit.workstream, { name: edit.name }, [
        checkTexts(edit.name),
      ]);
    case 'workstream/move':
      return prepareMove(doc, 'workstream', edit.workstream, edit.after, writing.chance);
    case 'workstream/remove':
    case 'workstream/bring-back':
      return prepareRemoval(doc, 'workstream', edit.workstream, edit.type === 'workstream/remove');
    default:
      return unreachable(edit);
  }
}

export function prepareGlossaryEdit(doc: Y.Doc, edit: GlossaryEdit, writing: Writing): Preparation {
  switch (edit.type) {
    case 'glossary-entry/add':
    case 'glossary-entry/set': {
      const { term, meaning, stepType: type } = edit;
      const checks = [checkTexts(term, meaning), checkOneOf(STEP_TYPES, type)];
      return edit.type === 'glossary-entry/add'
        ? prepareBirth(
            doc,
            {
              kind: 'glossary-entry',
              id: edit.entry,
              after: edit.after,
              values: { term, meaning, type },
              checks,
            },
            writing,
          )
        : setFields(doc, 'glossary-entry', edit.entry, { term, meaning, type }, checks);
    }
    case 'glossary-entry/move':
      return prepareMove(doc, 'glossary-entry', edit.entry, edit.after, writing.chance);
    case 'glossary-entry/remove':
    case 'glossary-entry/bring-back':
      return prepareRemoval(
        doc,
        'glossary-entry',
        edit.entry,
        edit.type === 'glossary-entry/remove',
      );
    default:
      return unreachable(edit);
  }
}
