/** A source of numbers that is the same for the same seed, on every machine: 0 included, 1 not. */
export type Random = () => number;

/** Four numbers of 32 bits from a text (cyrb128). */
function mixed(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

/** Numbers for one thing of one demo (sfc32): what a server is does not depend on which servers were made before it. */
export function randomOf(...key: readonly (string | number)[]): Random {
  let [a, b, c, d] = mixed(key.join("\u0000"));
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** A whole number from `least` to `most`, both included. */
export function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** One of several things, which must not be none. */
export function pick<T>(random: Random, things: readonly [T, ...T[]]): T {
  return things[Math.floor(random() * things.length)] ?? things[0];
}

/** One of several things, each as likely as its weight. */
export function weighted<T>(random: Random, things: readonly [readonly [T, number], ...(readonly [T, number])[]]): T {
  let left = random() * things.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [thing, weight] of things) {
    left -= weight;
    if (left < 0) return thing;
  }
  return things[0][0];
}

/** `count` digits of a hexadecimal number. */
export function hex(random: Random, count: number): string {
  let text = "";
  while (text.length < count)
    text += Math.floor(random() * 4294967296)
      .toString(16)
      .padStart(8, "0");
  return text.slice(0, count);
}

/** An identifier in the form of a UUID. */
export function uuid(random: Random): string {
  const digits = hex(random, 32);
  return [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`, digits.slice(20)].join(
    "-",
  );
}
