import { expect } from "chai";
import fc from "fast-check";
import { schemaErrors } from "../../../preview/pack/config-schema";

/** Schema, value, and the errors that the engine's validator gives for them. */
const CASES: [schema: unknown, value: unknown, errors: string[]][] = [
  [true, 1, []],
  [{}, { a: 1 }, []],
  [{ type: "integer" }, 1, []],
  [{ type: "number" }, 1, []],
  [{ type: "integer" }, 1.5, ["Invalid type. Expected: integer, given: number"]],
  [{ type: ["string", "null"] }, null, []],
  [{ type: ["string", "null"] }, true, ["Invalid type. Expected: [string,null], given: boolean"]],
  [{ properties: { a: { enum: ["x", "y", 1] } } }, { a: "z" }, ['a: a must be one of the following: "x", "y", 1']],
  [{ properties: { a: { const: "x" } } }, { a: "y" }, ['a: a does not match: "x"']],
  [{ enum: [1] }, 2, ["(root) must be one of the following: 1"]],
  [{ multipleOf: 2 }, 3, ["Must be a multiple of 2"]],
  [{ maximum: 2 }, 3, ["Must be less than or equal to 2"]],
  [{ exclusiveMaximum: 3 }, 3, ["Must be less than 3"]],
  [{ minimum: 2.5 }, 2, ["Must be greater than or equal to 2.5"]],
  [{ exclusiveMinimum: 2 }, 2, ["Must be greater than 2"]],
  [{ minLength: 2 }, "é", ["String length must be greater than or equal to 2"]],
  [{ maxLength: 1 }, "😀", []],
  [{ maxLength: 1 }, "ab", ["String length must be less than or equal to 1"]],
  [{ pattern: "^a+$" }, "b", ["Does not match pattern '^a+$'"]],
  [{ format: "date" }, "2026-02-30", ["Does not match format 'date'"]],
  [{ format: "date" }, "2026-02-28", []],
  [{ items: { type: "string" } }, ["a", 1], ["1: Invalid type. Expected: string, given: integer"]],
  [{ items: [{ type: "string" }], additionalItems: false }, ["a", 1], ["No additional items allowed on array"]],
  [
    { items: [{ type: "string" }], additionalItems: { type: "string" } },
    ["a", 1],
    ["1: Invalid type. Expected: string, given: integer"],
  ],
  [{ minItems: 1 }, [], ["Array must have at least 1 items"]],
  [{ maxItems: 1 }, [1, 2], ["Array must have at most 1 items"]],
  [{ uniqueItems: true }, ["a", "b", "a"], ["array items[0,2] must be unique"]],
  [{ contains: { const: 1 } }, [1, 2], []],
  [{ minProperties: 1 }, {}, ["Must have at least 1 properties"]],
  [{ maxProperties: 1 }, { a: 1, b: 2 }, ["Must have at most 1 properties"]],
  [{ required: ["a", "b"] }, { b: 1 }, ["a is required"]],
  [{ properties: { a: { required: ["b"] } } }, { a: {} }, ["a: b is required"]],
  [{ properties: { a: {} }, additionalProperties: false }, { a: 1, b: 2 }, ["Additional property b is not allowed"]],
  [{ additionalProperties: { type: "string" } }, { b: 2 }, ["b: Invalid type. Expected: string, given: integer"]],
  [{ patternProperties: { "^x": { type: "string" } } }, { x1: 2, y: 3 }, ["x1: Invalid type. Expected: string, given: integer"]],
  [{ dependencies: { a: ["b"] } }, { a: 1 }, ["Has a dependency on b"]],
  [{ dependencies: { a: { required: ["c"] } } }, { a: 1 }, ["c is required"]],
];

describe("schemaErrors", () => {
  for (const [schema, value, errors] of CASES) {
    it(`${errors.length === 0 ? "takes" : "rejects"} ${JSON.stringify(value)} under ${JSON.stringify(schema)}`, () => {
      expect(schemaErrors(schema, value)).to.deep.equal(errors);
    });
  }

  it("never throws, whatever the value", () => {
    const schema = {
      type: "object",
      properties: {
        list: { type: "array", items: { type: "string" }, uniqueItems: true },
        size: { type: "number", multipleOf: 2 },
      },
      required: ["list"],
      additionalProperties: { type: ["string", "null"] },
    };
    fc.assert(fc.property(fc.jsonValue(), (value) => Array.isArray(schemaErrors(schema, value))));
  });
});
