import type { Check } from "../compiler/table-writer.ts";
import { hasMember, isInherited } from "../instance.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { reportError } from "../interpreter/report.ts";
import { isJsonObject } from "../json.ts";
import { acceptsNames } from "./assertion.ts";
import type { Keyword, Site } from "./keyword.ts";

function interpret({ value, location }: Site): Evaluate | undefined {
  if (!acceptsNames(value)) return undefined;
  const names = [...new Set(value)];
  return (instance, at) => {
    if (!isJsonObject(instance)) return true;
    const missing = names.filter((name) => !hasMember(instance, name));
    for (const name of missing) reportError(at, "required", location, { missing: name });
    return missing.length === 0;
  };
}

const checkRequired = {
  name: "checkRequired",
  needs: ["isObject", "own", "fail"],
  text: `function checkRequired(names, value, place) {
  if (!isObject(value)) return;
  const object = own(value);
  for (const name of names) {
    if (object[name] === undefined) fail(place, "required", { missing: name });
  }
}`,
} as const satisfies Check;

/** The same for names that every object has by its prototype. */
const checkHostileRequired: Check = {
  name: "checkHostileRequired",
  needs: ["memberOf", ...checkRequired.needs],
  text: checkRequired.text
    .replace("checkRequired", "checkHostileRequired")
    .replace("object[name]", "memberOf(object, name)"),
};

/** `required`, Validation section 6.5.3: one error for each property that is missing. */
export const required: Keyword = {
  name: "required",
  vocabulary: "validation",
  target: "object",
  expects: "a list of property names",
  accepts: acceptsNames,
  interpret,
  inspect: interpret,
  compile(site, writer) {
    if (!acceptsNames(site.value)) return;
    for (const name of new Set(site.value)) {
      const condition = `${writer.member(name)} === undefined`;
      // The type check of such a property fails for undefined anyway.
      if (!writer.rejectsUndefined(name)) writer.failIf(condition);
    }
  },
  tabulate(site, table) {
    if (!acceptsNames(site.value)) return;
    table.mayReport("required");
    const check = site.value.some(isInherited) ? checkHostileRequired : checkRequired;
    table.add(check, table.module.literal([...new Set(site.value)]));
  },
};
