/** The language that dates are shown and typed in. */

export function userLocale(): string {
  return globalThis.navigator?.language || 'en-GB';
}

/** 0 is Sunday, as in `Date`. Browsers that do not tell begin the week on Monday. */
export function firstWeekday(locale: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  const day = known.getWeekInfo?.().firstDay ?? known.weekInfo?.firstDay ?? 1;
  return (day % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}
