import { hasMember, isObject } from "../instance.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { reportError } from "../interpreter/report.ts";
import { acceptsNames } from "./assertion.ts";
import type { Keyword, Site } from "./keyword.ts";

function interpret({ value, location }: Site): Evaluate | undefined {
  if (!acceptsNames(value)) return undefined;
  const names = [...new Set(value)];
  return (instance, at) => {
    if (!isObject(instance)) return true;
    const missing = names.filter((name) => !hasMember(instance, name));
    for (const name of missing) reportError(at, "required", location, { missing: name });
    return missing.length === 0;
  };
}

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
      const failure = { condition, params: `{ missing: ${writer.literal(name)} }` };
      // The type check of such a property fails for undefined anyway.
      if (writer.rejectsUndefined(name)) writer.failSlowlyIf(site, failure);
      else writer.failIf(site, failure);
    }
  },
};
