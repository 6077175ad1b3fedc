import { expect } from "chai";
import { readFileSync } from "node:fs";
import { APPROVAL, FLEET, RELEASE, SCHEMAS, schemaText } from "../../tools/json-schemas";

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

function undescribed(node: Node, path: string): string[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([key, inner]) => [
    ...(inner.description === undefined ? [`${path}.${key}`] : []),
    ...undescribed(inner, `${path}.${key}`),
  ]);
  const { additionalProperties: values } = node;
  const inner = [node.items, typeof values === "object" ? values : undefined, ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  return [...own, ...inner.flatMap((each) => (each ? undescribed(each, `${path}.*`) : []))];
}

for (const each of SCHEMAS) {
  describe(each.file, () => {
    it("is what lies in the repository: if not, run `npm run generate`", () => {
      expect(JSON.parse(readFileSync(each.file, "utf8"))).to.deep.equal(JSON.parse(schemaText(each)));
    });

    it("refuses keys that nobody knows", () => {
      const schema: Node = JSON.parse(schemaText(each));
      expect(schema.additionalProperties).to.equal(false);
    });
  });
}

for (const each of [FLEET, APPROVAL, RELEASE]) {
  describe(`what ${each.file} tells an editor`, () => {
    it("belongs to no host", () => {
      const schema: unknown = JSON.parse(schemaText(each));
      expect(schema).to.include({ $id: each.file, $schema: "http://json-schema.org/draft-07/schema#" });
    });

    it("describes every key", () => {
      const schema: Node = JSON.parse(schemaText(each));
      expect(undescribed(schema, "")).to.deep.equal([]);
    });
  });
}
