/** The text of a file made ready for the parser, and where its lines stood. */

export interface TidiedText {
  readonly text: string;
  /** The line of the file that a line of the text was; both count from 1. */
  readonly lineOf: (line: number) => number;
}

export function tidiedText(file: string): TidiedText {
  const plain = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return partTables(frontMatterAsCode(plain).split('\n'));
}

/** Front matter is shown as the code that it is; its lines stay where they are. */
function frontMatterAsCode(text: string): string {
  return text.replace(/^---\n((?:[^\n]*\n){0,100}?)---(?=\n|$)/, (whole, inside: string) =>
    /^[\w-]+:/.test(inside) ? `\`\`\`yaml\n${inside}\`\`\`` : whole,
  );
}

/** A fence may stand behind the marks of lists and quotes. */
const FENCE = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])[ \t]+)*[ \t]*(`{3,}|~{3,})(.*)$/;
const DELIMITER_ROW = /^ {0,3}\|[ \t|:-]*-[ \t|:-]*$/;

/**
 * Text pasted without empty lines: to Markdown every line below a table is one more row of it, up to an empty
 * line. A line without a pipe is no row to anybody who reads it, so the table ends before it.
 */
function partTables(lines: readonly string[]): TidiedText {
  const out: string[] = [];
  const origin: number[] = [];
  let fence = '';
  let inTable = false;
  lines.forEach((line, i) => {
    fence = fenceAfter(line, fence);
    const fenced = fence !== '';
    const row = line.includes('|');
    const rule = DELIMITER_ROW.test(line);
    const head = !fenced && !inTable && row && !rule && DELIMITER_ROW.test(lines[i + 1] ?? '');
    const text = inTable && !row && line.trim() !== '' && !fenced;
    if (text || (head && (out.at(-1) ?? '').trim() !== '')) {
      out.push('');
      origin.push(i + 1);
    }
    inTable = !fenced && row && (inTable || rule);
    out.push(line);
    origin.push(i + 1);
  });
  return { text: out.join('\n'), lineOf: (line) => origin[line - 1] ?? line };
}

/** The fence that is open behind a line; a code block ends at its own kind of fence, as long or longer. */
function fenceAfter(line: string, open: string): string {
  const [, fence = '', info = ''] = FENCE.exec(line) ?? [];
  if (fence === '') return open;
  if (open === '') return fence.startsWith('`') && info.includes('`') ? '' : fence;
  return fence.startsWith(open) && info.trim() === '' ? '' : open;
}
