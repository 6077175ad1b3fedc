import * as ts from "typescript";

/** One small change to a source file that its tests should notice. */
export interface Mutant {
  readonly line: number;
  readonly from: string;
  readonly to: string;
  /** The whole file with the change. */
  readonly source: string;
}

/** Properties and arguments that hold words for people: tests compare what was found, not how it is advised. */
const WORDS = new Set([
  "name",
  "concern",
  "description",
  "why",
  "remediation",
  "severity",
  "enforcement",
  "source",
  "unless",
  "want",
  "fix",
  "controls",
]);

const SWAPPED: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.LessThanToken]: "<=",
  [ts.SyntaxKind.LessThanEqualsToken]: "<",
  [ts.SyntaxKind.GreaterThanToken]: ">=",
  [ts.SyntaxKind.GreaterThanEqualsToken]: ">",
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: "!==",
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: "===",
  [ts.SyntaxKind.AmpersandAmpersandToken]: "||",
  [ts.SyntaxKind.BarBarToken]: "&&",
  [ts.SyntaxKind.PlusToken]: "-",
  [ts.SyntaxKind.MinusToken]: "+",
  [ts.SyntaxKind.AsteriskToken]: "/",
};

const METHODS: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  startsWith: "endsWith",
  endsWith: "startsWith",
};

/** All mutants of a file: operators swapped, conditions fixed, numbers and words changed, filters and results left out. */
export function mutantsOf(source: string): readonly Mutant[] {
  const file = ts.createSourceFile("rule.ts", source, ts.ScriptTarget.ES2023, true);
  const found: Mutant[] = [];
  const add = (node: ts.Node, to: string): void => {
    const start = node.getStart(file);
    found.push({
      line: file.getLineAndCharacterOfPosition(start).line + 1,
      from: node.getText(file).slice(0, 60),
      to,
      source: source.slice(0, start) + to + source.slice(node.getEnd()),
    });
  };
  const visit = (node: ts.Node): void => {
    if (isForPeople(node)) return;
    for (const to of changesOf(node, file)) add(node, to);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isForPeople(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
    return true;
  const { parent } = node;
  if (parent === undefined) return false;
  if (ts.isPropertyAssignment(parent) && ts.isIdentifier(parent.name))
    return WORDS.has(parent.name.text) && node === parent.initializer;
  if (ts.isVariableDeclaration(parent)) return ts.isIdentifier(parent.name) && parent.name.text === "want";
  if (!ts.isCallExpression(parent)) return false;
  const called = parent.expression.getText();
  // about(subject, at, got, WANT, FIX); and the descriptions of settings.
  const place = parent.arguments.findIndex((argument) => argument === node);
  if (/^(?:about|undecided|\(.*about\))$/.test(called)) return place >= 3;
  return /^(?:integer|strings|string|optionalStrings)$/.test(called) && node === parent.arguments.at(-1);
}

function changesOf(node: ts.Node, file: ts.SourceFile): readonly string[] {
  if (ts.isBinaryExpression(node)) return swapped(node, file);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return [node.operand.getText(file)];
  if (ts.isIfStatement(node)) return [`if (true) ${rest(node, file)}`, `if (false) ${rest(node, file)}`];
  if (ts.isConditionalExpression(node))
    return [node.whenTrue.getText(file), node.whenFalse.getText(file)].map((text) => `(${text})`);
  if (ts.isNumericLiteral(node)) return [String(Number(node.text.replaceAll("_", "")) + 1)];
  if (ts.isRegularExpressionLiteral(node)) return ["/(?!)/", "/(?:)/"];
  if (ts.isStringLiteral(node)) return /\s/.test(node.text) || node.text === "" ? [] : ['"mutated"'];
  if (ts.isCallExpression(node)) return calls(node, file);
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0 && !node.elements.every(ts.isStringLiteral)) return ["[]"];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return ["false"];
  return node.kind === ts.SyntaxKind.FalseKeyword ? ["true"] : [];
}

function rest(node: ts.IfStatement, file: ts.SourceFile): string {
  return file.text.slice(node.thenStatement.getStart(file), node.getEnd());
}

function swapped(node: ts.BinaryExpression, file: ts.SourceFile): readonly string[] {
  const [left, right] = [node.left.getText(file), node.right.getText(file)];
  if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return [right];
  const operator = SWAPPED[node.operatorToken.kind];
  return operator === undefined ? [] : [`${left} ${operator} ${right}`];
}

function calls(node: ts.CallExpression, file: ts.SourceFile): readonly string[] {
  if (!ts.isPropertyAccessExpression(node.expression)) return [];
  const target = node.expression.expression.getText(file);
  const method = node.expression.name.text;
  if (method === "filter") return [target];
  const other = METHODS[method];
  const given = node.arguments.map((argument) => argument.getText(file)).join(", ");
  return other === undefined ? [] : [`${target}.${other}(${given})`];
}
