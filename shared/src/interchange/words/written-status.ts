/** Statuses as people write them: words of five languages, signs, percentages. */

import type { CriterionResult, RequirementState, StepStatus } from '../../plan/kinds.ts';
import { plainWords } from './plain-words.ts';

const WORDS: Readonly<Record<StepStatus, string>> = {
  pending:
    'pending|not started|not yet started|to do|todo|planned|upcoming|scheduled|new|backlog|not done|open|no|offen|geplant|ausstehend|nicht begonnen|nicht gestartet|a faire|en attente|non commence|pas commence|prevu|pendiente|no iniciado|por hacer|planificado|ikke startet|ikke pabegynt|planlagt|apen|venter',
  'in-progress':
    'in progress|in work|wip|work in progress|started|ongoing|on going|doing|under way|underway|active|in arbeit|in bearbeitung|laufend|lauft|begonnen|gestartet|en cours|commence|en curso|en progreso|iniciado|pagar|under arbeid|i gang|startet|pabegynt',
  complete:
    'complete|completed|done|closed|finished|yes|x|erledigt|fertig|abgeschlossen|ja|termine|fini|fait|acheve|oui|completado|completo|terminado|hecho|si|ferdig|fullfort|utfort',
  blocked:
    'blocked|stuck|on hold|paused|stalled|waiting|blockiert|pausiert|bloque|bloquee|en pause|suspendu|bloqueado|en pausa|detenido|blokkert|pa vent|satt pa vent',
};

/** Signs beside a word only decorate it; alone they are the status. */
const SIGNS: Readonly<Record<StepStatus, string>> = {
  pending: '⬜🔲☐◻⚪⏳⏰🕒🗓📅',
  'in-progress': '🟡🟠🔄🔁🚧▶🏃🟨',
  complete: '✅✔✓☑🟢🟩💯',
  blocked: '❌✖🔴⛔🛑🚫⏸🟥',
};

const BY_WORD = new Map<string, StepStatus>();
for (const status of ['pending', 'in-progress', 'complete', 'blocked'] as const) {
  for (const word of WORDS[status].split('|')) BY_WORD.set(word, status);
}
const LONGEST_STATUS = 4;
/** Pictures, ticks and boxes; the selector behind a sign says that it is to be shown in colour. */
const SIGNS_BEFORE = /^(?:[\p{Extended_Pictographic}\u2713\u2610\u25FB\s]|\uFE0F)+/u;
const ONLY_SIGNS = /^(?:[\p{Extended_Pictographic}\u2713\s]|\uFE0F)+$/u;

export interface WrittenStatus {
  readonly status: StepStatus;
  /** What follows the status: "Done (8 March)" has "(8 March)". */
  readonly rest: string;
  /** A sign alone that people use in more than one sense. */
  readonly unsure: boolean;
}

export function readStatus(text: string): WrittenStatus | undefined {
  const words = text.replace(SIGNS_BEFORE, '').trim();
  if (words === '') {
    const status = signStatus(text);
    return status && { status, rest: '', unsure: status === 'blocked' };
  }
  const percent = /^(\d{1,3}) ?%$/.exec(words);
  if (percent) return { status: statusOfPercent(Number(percent[1])), rest: '', unsure: false };
  // "in-progress", "on_hold": sign for sign, so that lengths stay.
  const joined = words.replace(/_|(?<=\p{L})-(?=\p{L})/gu, ' ');
  const head = /^[\p{L}\p{M}\s/]+/u.exec(joined)?.[0] ?? '';
  const pieces = head.split(/(?<=\s)/);
  for (let count = Math.min(pieces.length, LONGEST_STATUS); count > 0; count -= 1) {
    const phrase = pieces.slice(0, count).join('');
    const status = BY_WORD.get(plainWords(phrase));
    if (status) {
      const rest = words.slice(phrase.length).replace(ONLY_SIGNS, '').trim();
      // "Waiting" and "New York" begin alike: a status word must end where the phrase does.
      if (count < pieces.length && status === 'pending' && phrase.trim().length < 5)
        return undefined;
      return { status, rest, unsure: false };
    }
  }
  return undefined;
}

function signStatus(text: string): StepStatus | undefined {
  for (const status of ['complete', 'in-progress', 'blocked', 'pending'] as const) {
    for (const sign of SIGNS[status]) if (text.includes(sign)) return status;
  }
  return undefined;
}

function statusOfPercent(percent: number): StepStatus {
  if (percent >= 100) return 'complete';
  return percent === 0 ? 'pending' : 'in-progress';
}

const RESULTS: Readonly<Record<CriterionResult, string>> = {
  pass: 'pass|passed|met|fulfilled|ok|erfullt|oppfylt|atteint|cumplido',
  fail: 'fail|failed|not met|missed|nicht erfullt|ikke oppfylt|non atteint|no cumplido',
  open: 'untested|not tested',
};
const RESULT_BY_WORD = new Map<string, CriterionResult>();
for (const result of ['pass', 'fail', 'open'] as const) {
  for (const word of RESULTS[result].split('|')) RESULT_BY_WORD.set(word, result);
}

/** Pass, fail or open; a finished check ("Done", ✅) is a pass, a cross a fail. */
export function readResult(text: string): CriterionResult | undefined {
  const own = RESULT_BY_WORD.get(plainWords(text));
  if (own) return own;
  const status = readStatus(text);
  if (status?.rest !== '') return undefined;
  if (status.status === 'complete') return 'pass';
  return status.unsure ? 'fail' : status.status === 'blocked' ? undefined : 'open';
}

export function readRequirementState(text: string): RequirementState | undefined {
  const result = readResult(text);
  return result && ({ pass: 'met', fail: 'not-met', open: 'open' } as const)[result];
}
