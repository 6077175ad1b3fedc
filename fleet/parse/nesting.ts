import type { CST } from "yaml";

interface Level {
  readonly token: CST.Token;
  readonly depth: number;
}

function inner(token: CST.Token): (CST.Token | null | undefined)[] {
  if (token.type === "document") return [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap((item) => [item.key, item.value]);
}

/** Finds the first value that lies deeper than a limit: the library composes by recursion, so this is looked at before. */
export function tooDeep(root: CST.Token, limit: number): CST.Token | undefined {
  const open: Level[] = [{ token: root, depth: 0 }];
  for (let level = open.pop(); level; level = open.pop()) {
    if (level.depth > limit) return level.token;
    const depth = level.depth + 1;
    for (const token of inner(level.token).toReversed()) if (token) open.push({ token, depth });
  }
  return undefined;
}
