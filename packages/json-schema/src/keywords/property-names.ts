import { isSchema } from "../document/node.ts";
import { isObject, memberNames } from "../instance.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { reportError } from "../interpreter/report.ts";
import type { Keyword, Site } from "./keyword.ts";

function interpret(site: Site): Evaluate {
  const node = site.findSubschema("propertyNames");
  return (instance, at) => {
    if (!isObject(instance)) return true;
    const unfit = memberNames(instance).filter((name) => !site.interpreter.meets(node, name, at));
    for (const name of unfit) reportError(at, "propertyNames", site.location, { property: name });
    return unfit.length === 0;
  };
}

/** `propertyNames`, Core section 10.3.2.4: one error per name, at the object. */
export const propertyNames: Keyword = {
  name: "propertyNames",
  vocabulary: "applicator",
  target: "object",
  expects: "a schema",
  accepts: isSchema,
  interpret,
  inspect: interpret,
  compile(site, writer) {
    const node = site.findSubschema("propertyNames");
    writer.eachMember((name) => {
      const condition = `!${writer.holds(node, name)}`;
      writer.failIf(site, { condition, params: `{ property: ${name} }` });
    });
  },
};
