/** Numbers that look like chance and are the same for the same seed and the same name: no order of asking changes them. */
export function chance(seed: number, ...name: readonly (string | number)[]): number {
  let state = seed ^ 0x9e3779b9;
  for (const sign of name.join("/")) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
}
