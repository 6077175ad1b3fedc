import * as glue from "@pulumi/aws/glue";
import * as pulumi from "@pulumi/pulumi";

/** How a partition's values are known without asking anybody: by a list, or day by day. */
export type Projection =
  | { readonly type: "enum"; readonly values: readonly string[] }
  | { readonly type: "day"; readonly from: string };

/** One table of the evidence. Every column is text. */
export interface EvidenceTable {
  /** Its name: lower case letters, digits and underscores. */
  readonly name: string;
  /** What it holds, for people. */
  readonly description: string;
  /** Its folder below the root of the evidence. */
  readonly folder: string;
  /** JSON lines, or Parquet. */
  readonly format: "json" | "parquet";
  /** Its columns in lower case, without the partitions. */
  readonly columns: readonly string[];
  /** Its partitions, in the order in which they stand in keys: `accountid=…/region=…/`. @default none */
  readonly partitions?: Readonly<Record<string, Projection>>;
}

/** What the tables of the evidence need. */
export interface EvidenceTablesArgs {
  readonly region: string;
  /** Lower case letters, digits and underscores. */
  readonly databaseName: string;
  readonly bucketName: pulumi.Input<string>;
  /** The tables to declare. */
  readonly tables: readonly EvidenceTable[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The tables by which Athena reads the evidence.
 *
 * Declared, not crawled: a crawler makes of a column and a partition of one name two, and Athena refuses the table. Partitions
 * are projected, so that nobody has to add them.
 * @see https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
 */
export class EvidenceTables extends pulumi.ComponentResource {
  readonly databaseName: pulumi.Output<string>;

  constructor(name: string, args: EvidenceTablesArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:EvidenceTables", name, {}, opts);
    const { region } = args;
    const database = new glue.CatalogDatabase(
      `${name}-database`,
      { region, name: args.databaseName, description: "The evidence of the fleet", tags: args.tags },
      { parent: this, deleteBeforeReplace: true },
    );
    for (const table of args.tables) {
      new glue.CatalogTable(
        `${name}-${table.name}`,
        {
          region,
          databaseName: database.name,
          name: table.name,
          description: table.description,
          tableType: "EXTERNAL_TABLE",
          parameters: tableParameters(table),
          partitionKeys: Object.keys(table.partitions ?? {}).map(textColumn),
          storageDescriptor: {
            location: pulumi.interpolate`s3://${args.bucketName}/${table.folder}/`,
            columns: table.columns.map(textColumn),
            ...FORMATS[table.format],
          },
        },
        { parent: this, deleteBeforeReplace: true },
      );
    }
    this.databaseName = database.name;
    this.registerOutputs({ databaseName: this.databaseName });
  }
}

const textColumn = (name: string) => ({ name, type: "string" });

/** How each format is read and written. A line that is no JSON becomes a row of nulls, which is told; without that word it ends the query. */
const FORMATS = {
  json: {
    inputFormat: "org.apache.hadoop.mapred.TextInputFormat",
    outputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
    serDeInfo: {
      serializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
      parameters: { "serialization.format": "1", "ignore.malformed.json": "true", "case.insensitive": "true" },
    },
  },
  parquet: {
    inputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
    outputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
    serDeInfo: {
      serializationLibrary: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
      parameters: { "serialization.format": "1" },
    },
  },
} as const;

/** What Athena needs to know of a table beside its columns. Keys have the form `name=value/`, which is where projection looks. */
function tableParameters({ format, partitions = {} }: EvidenceTable): Record<string, string> {
  const kind = { EXTERNAL: "TRUE", classification: format };
  const projected = Object.entries(partitions);
  if (projected.length === 0) return kind;
  return Object.assign(
    { ...kind, "projection.enabled": "true" },
    ...projected.map(([name, projection]) => projectionParameters(name, projection)),
  );
}

function projectionParameters(name: string, projection: Projection): Record<string, string> {
  const parameter = (key: string) => `projection.${name}.${key}`;
  if (projection.type === "enum") return { [parameter("type")]: "enum", [parameter("values")]: projection.values.join(",") };
  return {
    [parameter("type")]: "date",
    [parameter("format")]: "yyyy-MM-dd",
    // A day ahead of UTC's, for servers that are.
    [parameter("range")]: `${projection.from},NOW+1DAYS`,
    [parameter("interval")]: "1",
    [parameter("interval.unit")]: "DAYS",
  };
}
