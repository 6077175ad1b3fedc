import { expect } from "chai";
import { readFileSync } from "node:fs";
import { fleetSchemaText, SCHEMA_FILE } from "../../tools/fleet-schema";

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

describe("fleetSchemaText", () => {
  it("is what lies in the repository: if not, run `npm run generate`", () => {
    expect(JSON.parse(readFileSync(SCHEMA_FILE, "utf8"))).to.deep.equal(JSON.parse(fleetSchemaText()));
  });

  it("belongs to no host", () => {
    const schema: unknown = JSON.parse(fleetSchemaText());
    expect(schema).to.include({ $id: "fleet.schema.json", $schema: "http://json-schema.org/draft-07/schema#" });
  });

  it("describes every key, so that an editor can", () => {
    const schema: Node = JSON.parse(fleetSchemaText());
    expect(undescribed(schema, "")).to.deep.equal([]);
  });

  it("refuses keys that nobody knows", () => {
    const schema: Node = JSON.parse(fleetSchemaText());
    expect(schema.additionalProperties).to.equal(false);
  });
});
