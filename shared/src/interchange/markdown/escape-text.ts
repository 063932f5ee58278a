/**
 * Plain text as Markdown that reads back as the same text. Only what would mean something is escaped, so
 * that "< 2 days", "[Champion]" and "Q&A" stay as people wrote them.
 */

const URL_START = /https?:\/\/|www\./gi;

/** Text within a line. A line break becomes `<br>`, which also works in a table cell. */
export function escapeText(text: string): string {
  return escapeAll(text, false);
}

/** `inLink`: within the text of a link every bracket counts. */
function escapeAll(text: string, inLink: boolean): string {
  // Spaces at the ends are taken for layout unless they are written as character references.
  const [before = ''] = /^[ \t]+/.exec(text) ?? [];
  const [behind = ''] = /(?<![ \t])[ \t]+$/.exec(text.slice(before.length)) ?? [];
  const core = text.slice(before.length, text.length - behind.length);
  const escaped = escapeCore(core, behind !== '', inLink);
  return `${references(before)}${escaped}${references(behind)}`.replace(/\r\n?|\n/g, '<br>');
}

/** `followed`: a character reference comes next, which an address would swallow. */
function escapeCore(text: string, followed: boolean, inLink: boolean): string {
  let out = '';
  let at = 0;
  for (const match of text.matchAll(URL_START)) {
    if (match.index < at) continue;
    const url = /^\S+/.exec(text.slice(match.index))?.[0] ?? match[0];
    const end = match.index + url.length;
    const isLast = followed && end === text.length;
    out += escapeSigns(text.slice(at, match.index), inLink) + escapeUrl(url, isLast, inLink);
    at = end;
  }
  return out + escapeSigns(text.slice(at), inLink);
}

function references(spaces: string): string {
  return spaces.replaceAll(' ', '&#32;').replaceAll('\t', '&#9;');
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

/** Text of a heading: number signs behind a space would be taken for its end. */
export function escapeHeading(text: string): string {
  return escapeLine(text).replace(/(?<=[ \t])#+$/, '\\$&');
}

/** `[text](#fragment "title")`: how a text says in which way it is to be read. */
export function fragmentLink(text: string, fragment: string, title?: string): string {
  return `[${escapeAll(text, true)}](#${fragment}${title === undefined ? '' : ` "${escapeTitle(title)}"`})`;
}

function escapeTitle(title: string): string {
  return title
    .replace(/[\\"]/g, '\\$&')
    .replace(/&(?=#?[\da-z]{1,32};)/gi, '\\&')
    .replace(/\r\n?|\n/g, '&#10;');
}

function escapeSigns(text: string, inLink: boolean): string {
  return text
    .replace(/[\\`*]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?[\da-z]{1,32};)/gi, '\\&')
    .replace(inLink ? /[[\]]/g : /\](?=[([:])/g, '\\$&');
}

/** An address that needs no escapes stays whole; else it is written so that it is no link: escapes would show. */
function escapeUrl(url: string, followed: boolean, inLink: boolean): string {
  const escaped = escapeSigns(url, inLink);
  if (escaped === url && !url.includes('|') && !followed) return url;
  return escaped.replace(/(https?):(?=\/\/)/gi, '$1\\:').replace(/(www)\./gi, '$1\\.');
}
