/** "80,000", "80 000", "$80k": people write amounts as they like. */
export function parseAmount(text: string): number | undefined {
  const found = /^[^\d]*(\d[\d.,' ]*)\s*([kKmM])?[^\d]*$/.exec(text.trim());
  if (!found) return undefined;
  const scale = { k: 1_000, m: 1_000_000 }[found[2]?.toLowerCase() ?? ''];
  const digits = found[1] ?? '';
  const number =
    scale === undefined
      ? Number(digits.replace(/\D/g, ''))
      : Number(digits.replace(',', '.').replace(/[' ]/g, '')) * scale;
  return Number.isFinite(number) ? Math.round(number) : undefined;
}
