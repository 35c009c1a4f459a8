import { acceptsSchemas, findBranches } from "./branches.ts";
import { interpretItems } from "./items-range.ts";
import type { Keyword } from "./keyword.ts";

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
  compile(site, writer) {
    for (const [index, node] of findBranches(site, "prefixItems").entries()) {
      writer.when(`${writer.value}.length > ${index}`, () => {
        const item = writer.local("item", `${writer.value}[${index}]`);
        writer.apply(node, item, { kind: "literal", token: String(index) });
      });
    }
  },
};
