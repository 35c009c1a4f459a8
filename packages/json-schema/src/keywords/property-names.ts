import type { Check } from "../compiler/table-writer.ts";
import { isSchema } from "../document/node.ts";
import { memberNames } from "../instance.ts";
import { type Evaluate, withoutTrace } from "../interpreter/plan.ts";
import { reportError } from "../interpreter/report.ts";
import { isJsonObject } from "../json.ts";
import type { Keyword, Site } from "./keyword.ts";

function interpret(site: Site): Evaluate {
  const node = site.findSubschema("propertyNames");
  return (instance, at) => {
    if (!isJsonObject(instance)) return true;
    const unfit = memberNames(instance).filter(
      // A name is no place of the instance, so what is said of it is no part of the record.
      (name) => !site.interpreter.meets(node, name, withoutTrace(at)),
    );
    for (const name of unfit) reportError(at, "propertyNames", site.location, { property: name });
    return unfit.length === 0;
  };
}

const checkPropertyNames: Check = {
  name: "checkPropertyNames",
  needs: ["eachMember", "fail"],
  text: `function checkPropertyNames(is, value, place) {
  eachMember(value, (name) => {
    if (!is(name, place.depth, place.memory)) fail(place, "propertyNames", { property: name });
  });
}`,
};

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
      writer.failIf(`!${writer.holds(node, name)}`);
    });
  },
  tabulate(site, table) {
    table.mayReport("propertyNames");
    table.add(checkPropertyNames, table.question(site.findSubschema("propertyNames")));
  },
};
