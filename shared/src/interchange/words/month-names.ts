/** Month and weekday names in English, German, French, Spanish and Norwegian, folded (no accents). */

/** By month; a name counts from its first three letters on, as far as it is written. */
const NAMES: readonly (readonly string[])[] = [
  ['january', 'januar', 'janvier', 'enero', 'janner', 'ene'],
  ['february', 'februar', 'fevrier', 'febrero', 'fev', 'fevr'],
  ['march', 'marz', 'maerz', 'mars', 'marzo', 'mrz'],
  ['april', 'avril', 'abril', 'avr', 'abr'],
  ['may', 'mai', 'mayo'],
  ['june', 'juni', 'juin', 'junio'],
  ['july', 'juli', 'juillet', 'julio', 'juil'],
  ['august', 'aout', 'agosto', 'aou', 'ago'],
  ['september', 'septembre', 'septiembre', 'setiembre', 'sept'],
  ['october', 'oktober', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'dezember', 'decembre', 'diciembre', 'desember', 'dic', 'dez', 'des'],
];

/** 1 to 12, or nothing. "jui" could be June or July in French, so it is neither. */
export function monthOf(name: string): number | undefined {
  if (name.length < 3) return undefined;
  const fits = NAMES.flatMap((names, i) =>
    names.some((full) => full.startsWith(name)) ? [i + 1] : [],
  );
  return fits.length === 1 ? fits[0] : undefined;
}

const WEEKDAY =
  /^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lun|mar|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|man|tir|ons|tor|fre|lor|son|mandag|tirsdag|onsdag|torsdag|fredag|lordag|sondag)(?:\.,?|,)?\s+(?=\S)/;

/** The text without a leading weekday; it says nothing that the date does not. */
export function withoutWeekday(folded: string): string {
  const match = WEEKDAY.exec(folded);
  // "mar" is also March: a weekday only where a day follows and a month after it.
  if (!match || (/^mar\b/.test(folded) && !/^mar\.?,?\s+\d{1,2}\.?\s+[a-z]/.test(folded)))
    return folded;
  return folded.slice(match[0].length);
}
