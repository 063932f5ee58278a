/** Which column of a table holds what, by its heading: synonyms of five languages, in any order. */

import { plainWords } from './plain-words.ts';

/** Per column key its names, the most telling first: with two candidates in one table the first wins. */
export type ColumnNames = Readonly<Record<string, string>>;

export const STEP_COLUMNS = {
  number: '#|no|nr|number|n|id|step no|step number|step #|task no|nummer|numero|pos',
  title:
    'action|actions|action item|step|steps|task|tasks|activity|activities|milestone|milestones|what|item|event|aktion|schritt|aufgabe|massnahme|aktivitat|meilenstein|was|etape|tache|activite|jalon|quoi|accion|paso|tarea|actividad|hito|que|steg|oppgave|aktivitet|tiltak|milepael|hva|description|beschreibung',
  owner:
    'owner|owners|who|responsible|responsible party|responsibility|dri|assigned to|assignee|assigned|lead|accountable|driver|verantwortlich|verantwortliche|verantwortlicher|zustandig|wer|responsable|responsables|qui|porteur|quien|encargado|ansvarlig|ansvar|eier|hvem',
  start:
    'start|start date|begin|begins|from|starts|beginn|startdatum|von|debut|date de debut|inicio|fecha de inicio|oppstart|startdato|fra',
  due: 'due date|due|target date|target|by when|by|when|date|deadline|end date|end|finish|finish date|completion date|complete by|target completion|eta|fallig|fallig am|faelligkeit|termin|frist|datum|bis|bis wann|wann|ende|echeance|date limite|date cible|date d echeance|quand|fin|fecha|fecha limite|fecha objetivo|vencimiento|cuando|forfall|dato|nar|innen|slutt',
  weeks:
    'typical timing|timing|week|weeks|week window|time frame|timeframe|zeitraum|woche|semaine|semana',
  status:
    'status|state|progress|step status|stand|zustand|statut|etat|avancement|estado|progreso|fremdrift|done',
  after:
    'after|predecessor|predecessors|depends on|dependency|dependencies|depends|blocked by|prerequisite|prerequisites|requires|waits for|vorganger|abhangig von|abhangigkeit|abhangigkeiten|nach|depend de|dependance|dependances|predecesseurs|apres|depende de|dependencia|dependencias|predecesores|avhenger av|avhengighet|avhengigheter|etter',
  workstream:
    'workstream|workstreams|phase|stage|track|area|arbeitspaket|bereich|volet|chantier|fase|etapa|arbeidsstrom|spor',
  deliverable:
    'deliverable|deliverables|output|outputs|outcome|exit criteria|ergebnis|lieferung|livrable|livrables|resultat|entregable|entregables|resultado|leveranse|leveranser',
  duration: 'duration|effort|length|time needed|dauer|aufwand|duree|duracion|varighet',
  leadTime: 'lead time|queue|waiting time|vorlauf|wartezeit|delai|plazo|ledetid|ventetid',
  notes:
    'notes|note|comments|comment|remarks|details|notizen|bemerkung|bemerkungen|kommentar|kommentare|anmerkungen|remarques|commentaire|commentaires|notas|comentarios|observaciones|notater|merknad|merknader|kommentarer',
  type: 'type|step type',
  kind: 'kind',
  approver: 'approver|decider|decision maker|approved by',
  optional: 'optional',
  pinned: 'pinned|fixed date',
  dueReason: 'date reason|reason for date|reason',
  assumptions: 'assumed|assumptions',
} as const satisfies ColumnNames;

export const STAKEHOLDER_COLUMNS = {
  name: 'name|names|person|people|stakeholder|stakeholders|contact|who|full name|ansprechpartner|nom|personne|nombre|persona|navn|kontakt',
  role: 'role|role in the deal|buying role|deal role|project role|rolle|funktion|fonction|rol|funcion',
  title: 'title|job title|position|titel|stelle|titre|poste|cargo|puesto|tittel|stilling',
  party:
    'party|company|organisation|organization|firm|side|unternehmen|firma|entreprise|societe|empresa|selskap|virksomhet',
  responsibility:
    'responsibility in this evaluation|responsibility|responsibilities|involvement|what they do|verantwortung|aufgabe|zustandigkeit|responsabilite|responsabilites|responsabilidad|responsabilidades|ansvar|ansvarsomrade',
  email:
    'email|e mail|mail|email address|contact email|correo|courriel|adresse e mail|e post|epost',
  signatory: 'signs|signatory|signer',
} as const satisfies ColumnNames;

export const CRITERION_COLUMNS = {
  number: '#|no|nr|number',
  text: 'criterion|criteria|success criterion|success criteria|metric|measure|goal|requirement|kriterium|erfolgskriterium|critere|criterio|kriterie|suksesskriterium|what',
  type: 'type|criterion type|category|typ|kategorie|categorie|tipo|categoria|kategori',
  validation:
    'how to validate|validation|how|how measured|how we measure|measurement|measured by|evidence|test|nachweis|messung|mesure|medicion|maling',
  result:
    'result|status|pass/fail|pass / fail|met|passed|state|ergebnis|resultat|statut|resultado|estado',
  owner: 'owner|owners|who|responsible|verantwortlich|responsable|ansvarlig|eier',
  consequence: 'if it passes|then|next step|if met|consequence',
} as const satisfies ColumnNames;

export const RISK_COLUMNS = {
  number: '#|no|nr|number',
  text: 'risk|risks|blocker|risk / blocker|risk/blocker|risk or blocker|risk and blocker|issue|risk description|what could slip|risiko|hindernis|risque|riesgo|hindring',
  impact:
    'impact|effect|consequence|auswirkung|wirkung|folge|konsequenz|consequence|impacto|efecto|konsekvens|virkning',
  mitigation:
    'mitigation|mitigation plan|mitigations|response|countermeasure|action|plan|gegenmassnahme|massnahme|attenuation|parade|mesure|mitigacion|medida|tiltak',
  owner: 'owner|owners|mitigation owner|who|responsible|verantwortlich|responsable|ansvarlig|eier',
  likelihood:
    'likelihood|probability|chance|wahrscheinlichkeit|probabilite|probabilidad|sannsynlighet',
  steps: 'steps|step|related steps|threatens',
} as const satisfies ColumnNames;

export const RESOURCE_COLUMNS = {
  number: '#|no|nr|number',
  title: 'resource|document|title|name|item|ressource|dokument|recurso|documento|ressurs',
  url: 'link|url|address|where|lien|enlace|lenke',
  type: 'type|kind|typ|tipo',
  steps: 'steps|step|for step|for steps',
} as const satisfies ColumnNames;

export const REQUIREMENT_COLUMNS = {
  number: '#|no|nr|number',
  text: 'requirement|technical requirement|need|anforderung|exigence|requisito|krav',
  state: 'status|state|met|statut|estado',
  owner: 'owner|owners|who|responsible|verantwortlich|responsable|ansvarlig|eier',
  notes: 'notes|note|comments|comment|details|notizen|remarques|notas|notater',
} as const satisfies ColumnNames;

export const GLOSSARY_COLUMNS = {
  term: 'term|word|their word|buyer s word|begriff|terme|termino|ord',
  meaning: 'meaning|means|definition|what it means|bedeutung|signification|significado|betydning',
  type: 'step type|type',
} as const satisfies ColumnNames;

export const KEY_DATE_COLUMNS = {
  label: 'key date|milestone|event|what|label|name|termin|evenement|evento|hendelse',
  date: 'date|target date|when|target|datum|wann|quand|fecha|cuando|dato|nar',
  why: 'why|because|compelling reason|warum|pourquoi|por que|hvorfor',
} as const satisfies ColumnNames;

export interface ReadColumns<Key extends string> {
  /** Column number by key. */
  readonly at: ReadonlyMap<Key, number>;
  /** Columns whose heading says nothing that a plan knows. */
  readonly unknown: readonly number[];
}

const LONGEST_HEADING = 120;
const INDEXES = new WeakMap<
  ColumnNames,
  ReadonlyMap<string, readonly [key: string, rank: number]>
>();

export function readColumns<Names extends ColumnNames>(
  names: Names,
  headings: readonly string[],
): ReadColumns<keyof Names & string> {
  const index = indexOf(names);
  const best = new Map<string, { column: number; rank: number }>();
  const unknown = new Set(headings.map((_, column) => column));
  headings.forEach((whole, column) => {
    const heading = whole.slice(0, LONGEST_HEADING);
    const hit =
      index.get(plainWords(heading)) ?? index.get(plainWords(heading.replace(/\([^)]*\)\s*$/, '')));
    if (!hit) return;
    const [key, rank] = hit;
    const other = best.get(key);
    if (other && other.rank <= rank) return;
    if (other) unknown.add(other.column);
    best.set(key, { column, rank });
    unknown.delete(column);
  });
  const at = new Map<keyof Names & string, number>();
  for (const [key, { column }] of best) at.set(key, column);
  return { at, unknown: [...unknown].sort((a, b) => a - b) };
}

function indexOf(names: ColumnNames): ReadonlyMap<string, readonly [string, number]> {
  const known = INDEXES.get(names);
  if (known) return known;
  const index = new Map<string, readonly [string, number]>();
  for (const [key, list] of Object.entries(names)) {
    list.split('|').forEach((name, rank) => {
      if (!index.has(name)) index.set(name, [key, rank]);
    });
  }
  INDEXES.set(names, index);
  return index;
}
