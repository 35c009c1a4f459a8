import type { SchemaNode } from "../document/node.ts";
import { isSchema } from "../document/node.ts";
import { isArray } from "../instance.ts";
import { collectReaches, coversItem } from "../interpreter/cover.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { descend } from "../interpreter/report.ts";
import type { Keyword, Site } from "./keyword.ts";

function interpret(site: Site, node: SchemaNode): Evaluate {
  const { interpreter } = site;
  return (instance, at) => {
    if (!isArray(instance)) return true;
    const reaches = collectReaches(interpreter, site.node, instance, (branch) =>
      interpreter.meets(branch, instance, at),
    );
    let isValid = true;
    for (const [index, item] of instance.entries()) {
      if (coversItem(reaches, index, (other) => interpreter.meets(other, item, at))) continue;
      const isMet = interpreter.evaluate(node, item, descend(at, index));
      isValid = isValid && isMet;
    }
    return isValid;
  };
}

/** `unevaluatedItems`, Core section 11.2. */
export const unevaluatedItems: Keyword = {
  name: "unevaluatedItems",
  vocabulary: "unevaluated",
  target: "array",
  expects: "a schema",
  accepts: isSchema,
  interpret: (site) =>
    site.value === true ? undefined : interpret(site, site.findSubschema("unevaluatedItems")),
  compile(site, writer) {
    if (site.value === true) return;
    const node = site.findSubschema("unevaluatedItems");
    const covers = writer.cover();
    writer.eachItem(0, (index, item) => {
      writer.when(`!(${covers.item(index, item)})`, () =>
        writer.apply(node, item, { kind: "index", variable: index }),
      );
    });
  },
};
