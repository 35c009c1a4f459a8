import type { Check } from "../compiler/table-writer.ts";
import { isJsonArray } from "../json.ts";
import { acceptsSchemas, findBranches, printSchemas } from "./branches.ts";
import { interpretItems } from "./items-range.ts";
import type { Keyword } from "./keyword.ts";

const checkPrefixItems: Check = {
  name: "checkPrefixItems",
  needs: ["meets", "run"],
  text: `function checkPrefixItems(schemas, value, place) {
  if (!Array.isArray(value)) return;
  for (const [index, schema] of schemas.entries()) {
    if (index >= value.length || meets(schema, value[index], place)) continue;
    run(schema, value[index], place.at + "/prefixItems/" + index, place.path + "/" + index, place);
  }
}`,
};

/** `prefixItems`, Core section 10.3.1.1. */
export const prefixItems: Keyword = {
  name: "prefixItems",
  vocabulary: "applicator",
  target: "array",
  expects: "a list of schemas, not empty",
  accepts: acceptsSchemas,
  interpret(site) {
    const nodes = findBranches(site, "prefixItems");
    return interpretItems(site, { start: 0, end: nodes.length }, (index) => nodes[index]);
  },
  /** An item that is forbidden is an error of the place that has it. */
  inspect(site) {
    const nodes = findBranches(site, "prefixItems");
    if (nodes.every((node) => node.schema !== false)) return undefined;
    return interpretItems(site, { start: 0, end: nodes.length }, (index) =>
      nodes[index]?.schema === false ? nodes[index] : undefined,
    );
  },
  /** The last index that has a schema here, or `true` where that is the last of the array. */
  annotate(site) {
    const { length } = findBranches(site, "prefixItems");
    return (instance) => {
      if (!isJsonArray(instance) || instance.length === 0) return undefined;
      return length >= instance.length || length - 1;
    };
  },
  compile(site, writer) {
    for (const [index, node] of findBranches(site, "prefixItems").entries()) {
      writer.when(`${writer.value}.length > ${index}`, () => {
        const item = writer.local("item", `${writer.value}[${index}]`);
        writer.apply(node, item);
      });
    }
  },
  tabulate(site, table) {
    table.add(checkPrefixItems, printSchemas(table, findBranches(site, "prefixItems")));
  },
};
