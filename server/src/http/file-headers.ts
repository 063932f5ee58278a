/** A text that a browser saves under the plan's title, and a program just reads. */
export function fileHeaders(
  title: string,
  extension: string,
  mediaType: string,
): Record<string, string> {
  const name = `${title.replaceAll(/[\s/\\:*?"<>|]+/g, ' ').trim() || 'Plan'}.${extension}`;
  const plain = name.replaceAll(/[^\x20-\x7e]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed());
  return {
    'Content-Type': `${mediaType}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  };
}
