/**
 * Plain text as Markdown that reads back as the same text. Only what would mean something is escaped, so
 * that "< 2 days", "[Champion]" and "Q&A" stay as people wrote them.
 */

const URL_START = /https?:\/\/|www\./gi;

/** Text within a line. A line break becomes `<br>`, which also works in a table cell. */
export function escapeText(text: string): string {
  let out = '';
  let at = 0;
  for (const match of text.matchAll(URL_START)) {
    if (match.index < at) continue;
    const url = /^\S+/.exec(text.slice(match.index))?.[0] ?? match[0];
    out += escapeSigns(text.slice(at, match.index)) + escapeUrl(url);
    at = match.index + url.length;
  }
  out += escapeSigns(text.slice(at));
  return escapeEdges(out).replace(/\r\n?|\n/g, '<br>');
}

/** Text of a table cell. */
export function escapeCell(text: string): string {
  return escapeText(text).replaceAll('|', '\\|');
}

/** Text at the beginning of a paragraph, a list item or a heading. */
export function escapeLine(text: string): string {
  return escapeText(text)
    .replace(/^(?=[#>+=-])/, '\\')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^\[(?=[ xX]\])/, '\\[');
}

/** Text of a heading: trailing number signs would be taken for its end. */
export function escapeHeading(text: string): string {
  return escapeLine(text).replace(/(?<!\\)#(?=#*$)/g, '\\#');
}

/** `[text](#fragment "title")`: how a text says in which way it is to be read. */
export function fragmentLink(text: string, fragment: string, title?: string): string {
  const shown = escapeText(text).replace(/(?<!\\)[[\]]/g, '\\$&');
  return `[${shown}](#${fragment}${title === undefined ? '' : ` "${escapeTitle(title)}"`})`;
}

function escapeTitle(title: string): string {
  return title
    .replace(/[\\"]/g, '\\$&')
    .replace(/&(?=#?[\da-z]{1,32};)/gi, '\\&')
    .replace(/\r\n?|\n/g, '&#10;');
}

function escapeSigns(text: string): string {
  return text
    .replace(/[\\`*]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?[\da-z]{1,32};)/gi, '\\&')
    .replace(/\](?=[([:])/g, '\\]');
}

/** An address that needs no escapes stays whole; else it is written so that it is no link: escapes would show. */
function escapeUrl(url: string): string {
  const escaped = escapeSigns(url);
  if (escaped === url && !url.includes('|')) return url;
  return escaped.replace(/^(https?):/i, '$1\\:').replace(/^www\./i, (www) => `${www.slice(0, 3)}\\.`);
}

/** Spaces at the ends are taken for layout unless they are written as character references. */
function escapeEdges(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, (edge) =>
    [...edge].map((sign) => (sign === ' ' ? '&#32;' : '&#9;')).join(''),
  );
}
