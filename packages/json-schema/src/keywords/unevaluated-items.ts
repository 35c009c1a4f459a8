import type { Check } from "../compiler/table-writer.ts";
import type { SchemaNode } from "../document/node.ts";
import { isSchema } from "../document/node.ts";
import { collectReaches, coversItem } from "../interpreter/cover.ts";
import { type Evaluate, type Evaluation, withoutTrace } from "../interpreter/plan.ts";
import { descend } from "../interpreter/report.ts";
import { isJsonArray, type JsonArray } from "../json.ts";
import type { Keyword, Site } from "./keyword.ts";

function findUnevaluated(site: Site, instance: JsonArray, at: Evaluation): readonly number[] {
  const { interpreter, node } = site;
  const asked = withoutTrace(at);
  const reaches = collectReaches(interpreter, node, instance, (branch) =>
    interpreter.meets(branch, instance, asked),
  );
  return [...instance.keys()].filter(
    (index) =>
      !coversItem(reaches, index, (other) => interpreter.meets(other, instance[index], asked)),
  );
}

function interpret(site: Site, node: SchemaNode): Evaluate {
  const { interpreter } = site;
  return (instance, at) => {
    if (!isJsonArray(instance)) return true;
    let isValid = true;
    for (const index of findUnevaluated(site, instance, at)) {
      const isMet = interpreter.evaluate(node, instance[index], descend(at, index));
      isValid = isValid && isMet;
    }
    return isValid;
  };
}

const checkUnevaluatedItems: Check = {
  name: "checkUnevaluatedItems",
  needs: ["meets", "run"],
  text: `function checkUnevaluatedItems([cover, schema], value, place) {
  if (!Array.isArray(value)) return;
  const isCovered = cover(value, place.depth, place.memory);
  for (const [index, item] of value.entries()) {
    if (isCovered(index, item) || meets(schema, item, place)) continue;
    run(schema, item, place.at + "/unevaluatedItems", place.path + "/" + index, place);
  }
}`,
};

/** `unevaluatedItems`, Core section 11.2. */
export const unevaluatedItems: Keyword = {
  name: "unevaluatedItems",
  vocabulary: "unevaluated",
  target: "array",
  expects: "a schema",
  accepts: isSchema,
  interpret: (site) =>
    site.value === true ? undefined : interpret(site, site.findSubschema("unevaluatedItems")),
  annotate: (site) => (instance, at) =>
    (isJsonArray(instance) && findUnevaluated(site, instance, at).length > 0) || undefined,
  compile(site, writer) {
    if (site.value === true) return;
    const node = site.findSubschema("unevaluatedItems");
    const covers = writer.cover("item");
    writer.eachItem(0, (index, item) => {
      writer.when(`!(${covers.item(index, item)})`, () => writer.apply(node, item));
    });
  },
  tabulate(site, table) {
    if (site.value === true) return;
    const node = site.findSubschema("unevaluatedItems");
    table.add(checkUnevaluatedItems, `[${table.cover("item")}, ${table.schema(node)}]`);
  },
};
