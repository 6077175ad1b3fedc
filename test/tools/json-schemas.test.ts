import { expect } from "chai";
import { readFileSync } from "node:fs";
import { FLEET, PREVIEW, schemaText } from "../../tools/json-schemas";

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

for (const each of [FLEET, PREVIEW]) {
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

describe("the schema of the fleet file", () => {
  it("belongs to no host", () => {
    const schema: unknown = JSON.parse(schemaText(FLEET));
    expect(schema).to.include({ $id: "fleet.schema.json", $schema: "http://json-schema.org/draft-07/schema#" });
  });

  it("describes every key, so that an editor can", () => {
    const schema: Node = JSON.parse(schemaText(FLEET));
    expect(undescribed(schema, "")).to.deep.equal([]);
  });
});
