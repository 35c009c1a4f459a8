import type { Check } from "../compiler/table-writer.ts";
import { isSchema } from "../document/node.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { reportError } from "../interpreter/report.ts";
import type { Keyword, Site } from "./keyword.ts";

function interpret(site: Site): Evaluate {
  const node = site.findSubschema("not");
  return (instance, at) =>
    !site.interpreter.meets(node, instance, at) || reportError(at, "not", site.location, {});
}

const checkNot: Check = {
  name: "checkNot",
  needs: ["fail"],
  text: `function checkNot(is, value, place) {
  if (is(value, place.depth, place.memory)) fail(place, "not", {});
}`,
};

/** `not`, Core section 10.2.1.4. */
export const not: Keyword = {
  name: "not",
  vocabulary: "applicator",
  target: "any",
  expects: "a schema",
  accepts: isSchema,
  interpret,
  inspect: interpret,
  compile(site, writer) {
    writer.failIf(writer.holds(site.findSubschema("not"), writer.value));
  },
  tabulate(site, table) {
    table.mayReport("not");
    table.add(checkNot, table.question(site.findSubschema("not")));
  },
};
