import { hasMember, isObject } from "../instance.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { reportError } from "../interpreter/report.ts";
import type { JsonValue } from "../json.ts";
import { acceptsNames } from "./assertion.ts";
import type { Keyword, Site } from "./keyword.ts";

interface Dependency {
  readonly property: string;
  readonly missing: string;
}

function readDependencies(value: JsonValue): readonly Dependency[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([property, names]) =>
    acceptsNames(names) ? [...new Set(names)].map((missing) => ({ property, missing })) : [],
  );
}

function interpret({ value, location }: Site): Evaluate {
  const dependencies = readDependencies(value);
  return (instance, at) => {
    if (!isObject(instance)) return true;
    const broken = dependencies.filter(
      ({ property, missing }) => hasMember(instance, property) && !hasMember(instance, missing),
    );
    for (const { property, missing } of broken) {
      reportError(at, "dependentRequired", location, { property, missing });
    }
    return broken.length === 0;
  };
}

/** `dependentRequired`, Validation section 6.5.4. */
export const dependentRequired: Keyword = {
  name: "dependentRequired",
  vocabulary: "validation",
  target: "object",
  expects: "an object of lists of property names",
  accepts: (value) => isObject(value) && Object.values(value).every(acceptsNames),
  interpret,
  inspect: interpret,
  compile(site, writer) {
    for (const { property, missing } of readDependencies(site.value)) {
      writer.failIf(site, {
        condition: `${writer.member(property)} !== undefined && ${writer.member(missing)} === undefined`,
        params: `{ property: ${writer.literal(property)}, missing: ${writer.literal(missing)} }`,
      });
    }
  },
};
