import { isSchema } from "../document/node.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { reportError } from "../interpreter/report.ts";
import type { Keyword, Site } from "./keyword.ts";

function interpret(site: Site): Evaluate {
  const node = site.findSubschema("not");
  return (instance, at) =>
    !site.interpreter.meets(node, instance, at) || reportError(at, "not", site.location, {});
}

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
    const met = writer.holds(site.findSubschema("not"), writer.value);
    writer.failIf(site, { condition: met, params: "{}" });
  },
};
