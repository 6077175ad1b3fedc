import { providerOwn, type Mapping } from "../../api/mapping";
import { arn, asUpdate, text, type ApiRequest, type Kind } from "../kind";
import { Refusal } from "../refusal";

const databaseToken = "aws:glue/catalogDatabase:CatalogDatabase";
const tableToken = "aws:glue/catalogTable:CatalogTable";

/** A database of the catalog. */
export const catalogDatabase: Kind = {
  token: databaseToken,
  scope: "regional",
  requests: [
    {
      service: "glue",
      operation: "CreateDatabase",
      mapping: { ...providerOwn, name: "DatabaseInput.Name", description: "DatabaseInput.Description", tags: "Tags" },
    },
  ],
  namedBy: "name",
  replaceOn: ["name", "region"],
  rules: (inputs) => lowerCase(text(inputs, "name")),
  existsCode: "AlreadyExistsException",
  computed: ["arn", "catalogId", "createTableDefaultPermissions", "locationUri"],
  create(call) {
    const name = text(call.inputs, "name");
    const outputs = {
      arn: arn(call, "glue", `database/${name}`),
      catalogId: call.place.account,
      createTableDefaultPermissions: [],
      locationUri: "",
    };
    return { id: `${call.place.account}:${name}`, outputs };
  },
};

/** Athena reads names in lower case, whatever the catalog keeps. */
function lowerCase(name: string) {
  return /^[a-z0-9_]+$/u.test(name) ? [] : [{ at: "name", reason: `${name} is not lower case letters, digits and underscores` }];
}

const columns = (to: string): Mapping[string] => ({ to, items: { name: "Name", type: "Type", comment: "Comment" } });

const creation: ApiRequest = {
  service: "glue",
  operation: "CreateTable",
  mapping: {
    ...providerOwn,
    databaseName: "DatabaseName",
    description: "TableInput.Description",
    name: "TableInput.Name",
    parameters: "TableInput.Parameters",
    partitionKeys: columns("TableInput.PartitionKeys"),
    storageDescriptor: {
      to: "TableInput.StorageDescriptor",
      fields: {
        columns: columns("Columns"),
        inputFormat: "InputFormat",
        location: "Location",
        outputFormat: "OutputFormat",
        serDeInfo: {
          to: "SerdeInfo",
          fields: { name: "Name", parameters: "Parameters", serializationLibrary: "SerializationLibrary" },
        },
      },
    },
    tableType: "TableInput.TableType",
  },
};

/** A table of the catalog. */
export const catalogTable: Kind = {
  token: tableToken,
  scope: "regional",
  requests: [creation],
  updates: [asUpdate(creation, "UpdateTable", {}, [])],
  replaceOn: ["name", "databaseName", "region"],
  rules: (inputs) => [...lowerCase(text(inputs, "name")), ...repeatedColumns(inputs)],
  existsCode: "AlreadyExistsException",
  computed: ["arn", "catalogId", "partitionIndices"],
  create(call) {
    const database = text(call.inputs, "databaseName");
    const name = text(call.inputs, "name");
    if (call.store.get(call.place, databaseToken, `${call.place.account}:${database}`) === undefined)
      throw new Refusal("EntityNotFoundException", `Database ${database} not found.`);
    const outputs = { arn: arn(call, "glue", `table/${database}/${name}`), catalogId: call.place.account, partitionIndices: [] };
    return { id: `${call.place.account}:${database}:${name}`, outputs };
  },
};

/** A column beside a partition of the same name: the catalog takes it, and Athena then refuses every query. */
function repeatedColumns(inputs: Parameters<NonNullable<Kind["rules"]>>[0]) {
  const names = (value: unknown): string[] => (Array.isArray(value) ? value.map((each) => text(Object(each), "name")) : []);
  const all = [...names(Object(inputs["storageDescriptor"]).columns), ...names(inputs["partitionKeys"])];
  const twice = all.filter((name, place) => all.indexOf(name) < place);
  return twice.map((name) => ({ at: "storageDescriptor", reason: `HIVE_INVALID_METADATA: duplicate column ${name}` }));
}
