/** Which addresses may become links: a file from outside must not bring a link that runs something. */

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const HARMLESS = new Set(['http', 'https', 'mailto', 'tel']);

/** The address as it may stand in a link, or nothing: `javascript:`, `data:` and unknown schemes stay text. */
export function safeAddress(address: string): string | undefined {
  // Browsers skip control characters and spaces when they look for the scheme.
  const bare = [...address].filter((sign) => sign > ' ' && sign !== '\u007f').join('');
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  return bare !== '' && (scheme === undefined || HARMLESS.has(scheme)) ? address : undefined;
}
