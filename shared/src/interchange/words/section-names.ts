/** What a heading announces, in the words that plans are written with. */

import { BLOCKS, type BlockName } from '../../plan/kinds.ts';
import { plainWords } from './plain-words.ts';

/** The blocks of a plan, and three sections of our own exports that have no block. */
export type SectionName = BlockName | 'glossary' | 'workstreams' | 'details';

/** Blocks that every plan shows; where a file has no such section they stand at the end, in this order. */
export const USUAL_BLOCKS: readonly BlockName[] = BLOCKS.filter((block) => block !== 'sign-off');

/** How the template and our exports head a section. */
export const SECTION_HEADINGS: Readonly<Record<SectionName, string>> = {
  goal: 'Goal',
  'key-dates': 'Key dates',
  steps: 'Steps',
  stakeholders: 'Stakeholders',
  criteria: 'Success criteria',
  risks: 'Risks and blockers',
  resources: 'Resources',
  requirements: 'Technical requirements',
  'sign-off': 'Sign-off',
  glossary: 'Glossary',
  workstreams: 'Workstreams',
  details: 'Plan details',
};

const NAMES: Readonly<Record<SectionName, string>> = {
  goal: 'goal|goals|objective|objectives|purpose|why|why we are doing this|why are we doing this|outcome|outcomes|business outcome|business outcomes|desired outcome|desired outcomes|problem statement|ziel|ziele|objectif|objectifs|objetivo|objetivos|mal|formal|hensikt',
  'key-dates':
    'key date|key dates|dates|important dates|target dates|critical dates|eckdaten|wichtige termine|termine|dates cles|dates importantes|fechas clave|fechas|viktige datoer|nokkeldatoer|datoer',
  steps:
    'step|steps|next steps|action|actions|action plan|action items|plan of action|task|tasks|activities|milestone|milestones|timeline|roadmap|schedule|workplan|work plan|project plan|close plan|schritte|nachste schritte|massnahmen|aktivitaten|zeitplan|etapes|prochaines etapes|taches|calendrier|pasos|proximos pasos|actividades|tareas|cronograma|steg|neste steg|aktiviteter|oppgaver|tiltaksplan|tidsplan|milepaeler',
  stakeholders:
    'stakeholder|stakeholders|people|team|teams|project team|contacts|key contacts|who is involved|who is who|participants|project owners|buying group|buying committee|beteiligte|ansprechpartner|projektteam|parties prenantes|equipe|interlocuteurs|contacts cles|interesados|equipo|partes interesadas|contactos|interessenter|kontakter|prosjektteam|deltakere',
  criteria:
    'criteria|success criteria|success criterion|evaluation criteria|decision criteria|acceptance criteria|what success looks like|definition of success|how we measure success|success metrics|erfolgskriterien|kriterien|criteres de succes|criteres de reussite|criterios de exito|criterios|suksesskriterier|kriterier',
  risks:
    'risk|risks|blocker|blockers|risk register|risks mitigation|risk mitigation|mitigations|what could slip|what could go wrong|risiken|hindernisse|risques|blocages|riesgos|bloqueos|risiko|risikoer|hindringer',
  resources:
    'resource|resources|helpful resources|links|useful links|documents|helpful links|materials|ressourcen|dokumente|unterlagen|ressources|liens|recursos|enlaces|documentos|ressurser|lenker|dokumenter',
  requirements:
    'technical requirement|technical requirements|requirements|prerequisites|technische anforderungen|anforderungen|exigences techniques|exigences|requisitos tecnicos|requisitos|tekniske krav|krav',
  'sign-off': 'sign off|signoff|sign offs|mutual sign off|plan sign off',
  glossary: 'glossary|vocabulary|our words|glossar|glossaire|glosario|ordliste',
  workstreams: 'workstream|workstreams',
  details: 'plan details',
};

const BY_NAME = new Map<string, SectionName>();
for (const section of Object.keys(NAMES) as SectionName[]) {
  for (const name of NAMES[section].split('|')) BY_NAME.set(name, section);
}

const LEADING =
  /^(?:(?:our|the|key|main|mutual|joint|shared|project|customer|business|top|agreed|proposed|detailed) )+/;

/** The section that a heading announces; nothing where it announces none, or two at once. */
export function sectionOf(heading: string): SectionName | undefined {
  if (heading.length > 80) return undefined;
  // "2. Steps", "Steps (draft)", "Steps:"
  const words = plainWords(heading.replace(/\([^)]*\)\s*$/, '')).replace(
    /^(?:[0-9]+|[ivx]+) (?=\p{L})/u,
    '',
  );
  const whole = named(words);
  if (whole) return whole;
  const found = new Set(words.split(/ (?:and|und|et|y|og) |\//).map((part) => named(part.trim())));
  found.delete(undefined);
  return found.size === 1 ? [...found][0] : undefined;
}

function named(words: string): SectionName | undefined {
  return BY_NAME.get(words) ?? BY_NAME.get(words.replace(LEADING, ''));
}

export function blockOf(section: SectionName): BlockName | undefined {
  return BLOCKS.find((block) => block === section);
}
