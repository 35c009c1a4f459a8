import type { Check } from "../compiler/table-writer.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { runAll } from "../interpreter/run.ts";
import { acceptsSchemas, findBranches, printSchemas } from "./branches.ts";
import type { Keyword } from "./keyword.ts";

const checkAllOf: Check = {
  name: "checkAllOf",
  needs: ["meets", "run"],
  text: `function checkAllOf(schemas, value, place) {
  schemas.forEach((schema, index) => {
    if (!meets(schema, value, place)) run(schema, value, place.at + "/allOf/" + index, place.path, place);
  });
}`,
};

/** `allOf`, Core section 10.2.1.1. */
export const allOf: Keyword = {
  name: "allOf",
  vocabulary: "applicator",
  target: "any",
  expects: "a list of schemas, not empty",
  accepts: acceptsSchemas,
  interpret(site) {
    const { interpreter } = site;
    const checks = findBranches(site, "allOf").map(
      (branch): Evaluate =>
        (instance, at) =>
          interpreter.evaluate(branch, instance, at),
    );
    return (instance, at) => runAll(checks, instance, at);
  },
  applyInPlace: (site) => ({ kind: "all", nodes: findBranches(site, "allOf") }),
  compile(site, writer) {
    for (const branch of findBranches(site, "allOf")) writer.apply(branch);
  },
  tabulate(site, table) {
    table.add(checkAllOf, printSchemas(table, findBranches(site, "allOf")));
  },
};
