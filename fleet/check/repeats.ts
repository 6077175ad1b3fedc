/** The places in a list at which something stands that stood before, by what makes two of them the same. */
export function repeats<T>(items: readonly T[], same: (item: T) => string): number[] {
  const seen = new Set<string>();
  return items.flatMap((item, place) => {
    const name = same(item);
    if (seen.has(name)) return [place];
    seen.add(name);
    return [];
  });
}
