import { providerOwn, type Rule } from "../../api/mapping";
import { arn, asUpdate, text, uuid, type ApiRequest, type Kind } from "../kind";

const strings = (to: string): Rule => ({ to, items: { comparison: "Comparison", value: "Value" } });

/** Findings of a product let into Security Hub, which this cloud has on everywhere. */
export const productSubscription: Kind = {
  token: "aws:securityhub/productSubscription:ProductSubscription",
  scope: "regional",
  requests: [
    {
      service: "securityhub",
      operation: "EnableImportFindingsForProduct",
      mapping: { ...providerOwn, productArn: "ProductArn" },
    },
  ],
  replaceOn: ["productArn", "region"],
  existsCode: "ResourceConflictException",
  computed: ["arn"],
  create(call) {
    const product = text(call.inputs, "productArn");
    const id = arn(call, "securityhub", `product-subscription/${product.split("product/")[1] ?? ""}`);
    return { id: `${product},${id}`, outputs: { arn: id } };
  },
};

const creation: ApiRequest = {
  service: "securityhub",
  operation: "CreateInsight",
  mapping: {
    ...providerOwn,
    filters: {
      to: "Filters",
      fields: {
        productNames: strings("ProductName"),
        recordStates: strings("RecordState"),
        resourceTags: { to: "ResourceTags", items: { comparison: "Comparison", key: "Key", value: "Value" } },
        workflowStatuses: strings("WorkflowStatus"),
      },
    },
    groupByAttribute: "GroupByAttribute",
    name: "Name",
  },
};

/** A question that Security Hub answers all the time. */
export const insight: Kind = {
  token: "aws:securityhub/insight:Insight",
  scope: "regional",
  requests: [creation],
  updates: [asUpdate(creation, "UpdateInsight", { InsightArn: "arn:aws:securityhub:eu-west-1:111122223333:insight/1" }, [])],
  namedBy: "name",
  replaceOn: ["region"],
  computed: ["arn"],
  create(call) {
    const id = arn(call, "securityhub", `insight/${call.place.account}/custom/${uuid(call)}`);
    return { id, outputs: { arn: id } };
  },
};
