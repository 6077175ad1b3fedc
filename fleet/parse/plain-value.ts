import { isAlias, isMap, isNode, isPair, isScalar, isSeq, type Alias, type Node } from "yaml";

/** Something in the YAML that stands in the way of reading it as a fleet. */
export interface Obstacle {
  /** Characters from the start of the text. */
  readonly offset: number;
  readonly got: string;
  readonly want: string;
  readonly fix: string;
}

/** A document's value as plain data, what its aliases stand for, and what stood in the way. */
export interface PlainValue {
  readonly value: unknown;
  readonly aliases: ReadonlyMap<Alias, Node>;
  readonly obstacles: readonly Obstacle[];
}

interface Reading {
  readonly anchors: Map<string, Node>;
  readonly aliases: Map<Alias, Node>;
  readonly obstacles: Obstacle[];
  /** The collections that are being read: an alias to one of them would never end. */
  readonly open: Set<Node>;
  /** How many aliases stand around the value being read. */
  inAlias: number;
  copied: number;
}

/** Aliases may repeat this many values in all. A real fleet repeats a few dozen; an explosion makes billions. */
const MOST_COPIED = 10_000;
const CORE_TAGS = new Set(["str", "int", "float", "bool", "null", "map", "seq"].map((name) => `tag:yaml.org,2002:${name}`));

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function meet(reading: Reading, node: unknown, got: string, want: string, fix: string): null {
  reading.obstacles.push({ offset: offsetOf(node), got, want, fix });
  return null;
}

function fromAlias(reading: Reading, alias: Alias): unknown {
  const name = `*${alias.source}`;
  const target = reading.aliases.get(alias) ?? reading.anchors.get(alias.source);
  if (!target) {
    return meet(
      reading,
      alias,
      `the alias ${name}`,
      "a value",
      `YAML takes a leading \`*\` for an alias: write "${name}" in quotes.`,
    );
  }
  if (reading.open.has(target)) {
    return meet(reading, alias, `the alias ${name} inside its own value`, "a value that ends", "Write the value out.");
  }
  reading.aliases.set(alias, target);
  reading.inAlias++;
  const value = fromNode(reading, target);
  reading.inAlias--;
  return value;
}

function keyOf(reading: Reading, key: unknown, seen: ReadonlySet<string>): string | null {
  if (!isScalar(key) || (typeof key.value !== "string" && key.value !== null))
    return meet(reading, key, "a key that is not a word", "a key of one word", "Write a plain key.");
  const name = key.value ?? "";
  if (name === "") return meet(reading, key, "a colon without a key", "a key", "Write the key before the colon.");
  if (name === "<<")
    return meet(reading, key, "the merge key <<", "keys written out", "Write the keys out: YAML 1.2 has no merge.");
  if (name === "__proto__") return meet(reading, key, "the key __proto__", "a name of your own", "Choose another name.");
  if (seen.has(name)) {
    return meet(reading, key, `the key ${name} once more`, "each key once", `Keep one \`${name}\` and remove the other.`);
  }
  return name;
}

function fromItems(reading: Reading, node: Node): unknown {
  if (isSeq(node)) return node.items.map((item) => fromNode(reading, item));
  const value: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (const pair of isMap(node) ? node.items : []) {
    const name = keyOf(reading, pair.key, seen);
    const inner = fromNode(reading, pair.value);
    if (name === null) continue;
    seen.add(name);
    value[name] = inner;
  }
  return value;
}

function fromNode(reading: Reading, node: unknown): unknown {
  if (reading.inAlias > 0 && ++reading.copied > MOST_COPIED) {
    if (reading.copied > MOST_COPIED + 1) return null;
    return meet(reading, node, "aliases that repeat too much", `at most ${MOST_COPIED} repeated values`, "Write the values out.");
  }
  if (isPair(node)) return meet(reading, node.key, "a key inside a list", "a list of values", "Write the entry in braces.");
  if (!isNode(node)) return null;
  if (isAlias(node)) return fromAlias(reading, node);
  if (node.tag !== undefined && !CORE_TAGS.has(node.tag)) {
    return meet(reading, node, `the tag ${node.tag}`, "a value without a tag", "Remove the tag.");
  }
  if (node.anchor !== undefined) reading.anchors.set(node.anchor, node);
  if (isScalar(node)) return node.value;
  reading.open.add(node);
  const value = fromItems(reading, node);
  reading.open.delete(node);
  return value;
}

/**
 * Turns a YAML document into plain data: each key once, aliases written out up to a limit, no tags, no `__proto__`.
 * The depth of the document must have been limited before.
 */
export function plainValue(root: Node | null): PlainValue {
  const reading: Reading = {
    anchors: new Map(),
    aliases: new Map(),
    obstacles: [],
    open: new Set(),
    inAlias: 0,
    copied: 0,
  };
  return { value: fromNode(reading, root), aliases: reading.aliases, obstacles: reading.obstacles };
}
