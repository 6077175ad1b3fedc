const parts = 6;

/**
 * Whether some ARN fits both patterns. In a pattern `*` stands for any text and `?` for one character; each of the first five
 * parts between colons stays within its part.
 */
export function arnsMeet(one: string, other: string): boolean {
  if (one === "*" || other === "*") return true;
  const [first, second] = [split(one), split(other)];
  return first.length === parts && second.length === parts && first.every((part, index) => globsMeet(part, second[index] ?? ""));
}

/** A template such as `arn:${Partition}:ssm:…` as a pattern. */
export function patternOf(template: string): string {
  return template.replaceAll(/\$\{[^}]+\}/gu, "*");
}

function split(arn: string): string[] {
  const all = arn.split(":");
  return all.length < parts ? all : [...all.slice(0, parts - 1), all.slice(parts - 1).join(":")];
}

/** Whether some text fits both patterns. */
export function globsMeet(one: string, other: string): boolean {
  const known = new Map<number, boolean>();
  const meet = (i: number, j: number): boolean => {
    const key = i * (other.length + 1) + j;
    const answer = known.get(key) ?? step(i, j);
    known.set(key, answer);
    return answer;
  };
  const step = (i: number, j: number): boolean => {
    const [a, b] = [one[i], other[j]];
    if (a === undefined && b === undefined) return true;
    if (a === "*") return meet(i + 1, j) || (b !== undefined && meet(i, j + 1));
    if (b === "*") return meet(i, j + 1) || (a !== undefined && meet(i + 1, j));
    if (a === undefined || b === undefined) return false;
    return (a === b || a === "?" || b === "?") && meet(i + 1, j + 1);
  };
  return meet(0, 0);
}
