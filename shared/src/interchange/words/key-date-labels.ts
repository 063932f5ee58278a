/** The four dates that every plan has, by the labels that people give them. */

import { STANDARD_KEY_DATES, type StandardKeyDate } from '../../plan/kinds.ts';
import { plainWords } from './plain-words.ts';

/** As new plans have them. The template's file has no line for the signature; the plan adds it. */
export const KEY_DATE_LABELS: Readonly<Record<StandardKeyDate, string>> = {
  'evaluation-start': 'Evaluation start',
  decision: 'Decision target',
  signature: 'Signature target',
  'go-live': 'Go-live target',
};

const NAMES: Readonly<Record<StandardKeyDate, string>> = {
  'evaluation-start':
    'evaluation start|start of evaluation|evaluation begins|evaluation kickoff|eval start|start date|evaluierungsstart|start der evaluierung|debut de l evaluation|inicio de la evaluacion|evalueringsstart|start evaluering',
  decision:
    'decision|decision by|decision deadline|go no go|go/no go|go no go decision|go/no go decision|entscheidung|entscheidungstermin|zielentscheidung|decision cible|date de decision|decision objetivo|fecha de decision|beslutning|beslutningsdato',
  signature:
    'contract signature|signature|signing|contract signing|contract signed|close|closing|sign|contract|vertragsunterzeichnung|unterschrift|vertragsabschluss|signature du contrat|date de signature|firma|firma del contrato|fecha de firma|signering|kontraktsignering',
  'go-live':
    'go live|golive|launch|production go live|produktivstart|inbetriebnahme|mise en service|mise en production|lancement|puesta en marcha|lanzamiento|produksjonssetting|lansering',
};

const BY_NAME = new Map<string, StandardKeyDate>();
for (const id of STANDARD_KEY_DATES) for (const name of NAMES[id].split('|')) BY_NAME.set(name, id);

/** "Target Go-Live Date", "Decision target:", "Planned signature". */
export function standardKeyDate(label: string): StandardKeyDate | undefined {
  const words = plainWords(label);
  const bare = words
    .replace(/^(?:target|planned|expected|desired|the) /, '')
    .replace(/ (?:target|date|target date|deadline)$/, '');
  return (
    BY_NAME.get(words) ??
    BY_NAME.get(bare) ??
    BY_NAME.get(bare.replace(/^(?:target|planned) | (?:target|date)$/g, ''))
  );
}
