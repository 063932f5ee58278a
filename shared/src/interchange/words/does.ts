/** "Tom Okafor sends": where the name of an owner ends and what the owner does begins. */

/** Verbs that people use for a part of a step; with these even an unknown name is told from a team's. */
const VERBS = new Set(
  (
    'sends reviews signs approves drafts prepares provides leads supports hosts schedules presents delivers shares fills ' +
    'completes confirms decides runs writes answers returns checks submits executes countersigns tests validates grants sets ' +
    'creates owns coordinates facilitates attends joins introduces negotiates redlines uploads signiert pruft sendet schickt ' +
    'genehmigt liefert envoie relit signe valide prepare envia revisa firma aprueba sender gjennomgar signerer godkjenner leverer'
  ).split(' '),
);
/** Words that end like a verb and are none. */
const NO_VERBS = new Set(
  'sales ops operations services success systems business finances logistics analytics communications relations stakeholders owners users teams sponsors'.split(
    ' ',
  ),
);
const LONGEST_NAME = 6;

export interface NameAndPart {
  readonly name: string;
  readonly does: string;
}

/**
 * Splits before the verb. `isKnown` says whether the words before it name somebody; then any verb form will
 * do, else only a usual one after a capital letter.
 */
export function splitBeforeVerb(
  text: string,
  isKnown: (name: string) => boolean,
): NameAndPart | undefined {
  const spaces = [...text.matchAll(/ +/g)].slice(0, LONGEST_NAME);
  for (const space of spaces.reverse()) {
    const name = text.slice(0, space.index);
    const does = text.slice(space.index + space[0].length);
    const verb = /^\p{Ll}+/u.exec(does)?.[0];
    if (verb === undefined || does.includes(',')) continue;
    const usual = VERBS.has(verb.normalize('NFD').replace(/\p{M}/gu, ''));
    const form = /^[a-z]{2,}s$/.test(verb) && !NO_VERBS.has(verb);
    if (usual && /^[\p{Lu}[]/u.test(name)) return { name, does };
    if ((usual || form) && isKnown(name)) return { name, does };
  }
  return undefined;
}
