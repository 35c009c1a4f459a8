import type { Check } from "../compiler/table-writer.ts";
import { isSchema } from "../document/node.ts";
import { isJsonArray } from "../json.ts";
import { interpretItems } from "./items-range.ts";
import type { Keyword, Site } from "./keyword.ts";

/** `items` begins where the `prefixItems` beside it ends. */
function startOf(site: Site): number {
  const prefix = Object.hasOwn(site.schema, "prefixItems") ? site.schema["prefixItems"] : [];
  return isJsonArray(prefix) ? prefix.length : 0;
}

function interpret(site: Site): ReturnType<typeof interpretItems> {
  const node = site.findSubschema("items");
  return interpretItems(site, { start: startOf(site), end: Infinity }, () => node);
}

const checkItems = {
  name: "checkItems",
  needs: ["meets", "run"],
  text: `function checkItems(schema, value, place) {
  if (!Array.isArray(value)) return;
  for (let index = 0; index < value.length; index += 1) {
    if (!meets(schema, value[index], place)) {
      run(schema, value[index], place.at + "/items", place.path + "/" + index, place);
    }
  }
}`,
} as const satisfies Check;

/** The same behind the items of `prefixItems`. */
const checkFurtherItems: Check = {
  name: "checkFurtherItems",
  needs: checkItems.needs,
  text: checkItems.text
    .replace("checkItems(schema,", "checkFurtherItems([schema, start],")
    .replace("index = 0", "index = start"),
};

/** `items`, Core section 10.3.1.2. */
export const items: Keyword = {
  name: "items",
  vocabulary: "applicator",
  target: "array",
  expects: "a schema",
  accepts: isSchema,
  interpret: (site) => (site.value === true ? undefined : interpret(site)),
  /** An item that is forbidden is an error of the place that has it. */
  inspect: (site) => (site.value === false ? interpret(site) : undefined),
  annotate: (site) => (instance) =>
    (isJsonArray(instance) && instance.length > startOf(site)) || undefined,
  compile(site, writer) {
    const node = site.findSubschema("items");
    writer.eachItem(startOf(site), (_, item) => writer.apply(node, item));
  },
  tabulate(site, table) {
    if (site.value === true) return;
    const schema = table.schema(site.findSubschema("items"));
    const start = startOf(site);
    if (start === 0) table.add(checkItems, schema);
    else table.add(checkFurtherItems, `[${schema}, ${start}]`);
  },
};
