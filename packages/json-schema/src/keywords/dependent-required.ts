import type { Check } from "../compiler/table-writer.ts";
import { hasMember } from "../instance.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { reportError } from "../interpreter/report.ts";
import { isJsonObject, type JsonValue } from "../json.ts";
import { acceptsNames } from "./assertion.ts";
import type { Keyword, Site } from "./keyword.ts";

interface Dependency {
  readonly property: string;
  readonly missing: string;
}

function readDependencies(value: JsonValue): readonly Dependency[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([property, names]) =>
    acceptsNames(names) ? [...new Set(names)].map((missing) => ({ property, missing })) : [],
  );
}

function interpret({ value, location }: Site): Evaluate {
  const dependencies = readDependencies(value);
  return (instance, at) => {
    if (!isJsonObject(instance)) return true;
    const broken = dependencies.filter(
      ({ property, missing }) => hasMember(instance, property) && !hasMember(instance, missing),
    );
    for (const { property, missing } of broken) {
      reportError(at, "dependentRequired", location, { property, missing });
    }
    return broken.length === 0;
  };
}

/** Lists the names that are missing, for a keyword that asks for them. */
export const checkDependentRequired: Check = {
  name: "checkDependentRequired",
  needs: ["isObject", "own", "memberOf", "fail"],
  text: `function checkDependentRequired([keyword, pairs], value, place) {
  if (!isObject(value)) return;
  const object = own(value);
  for (const [property, missing] of pairs) {
    if (memberOf(object, property) !== undefined && memberOf(object, missing) === undefined) {
      fail(place, keyword, { property, missing });
    }
  }
}`,
};

/** `dependentRequired`, Validation section 6.5.4. */
export const dependentRequired: Keyword = {
  name: "dependentRequired",
  vocabulary: "validation",
  target: "object",
  expects: "an object of lists of property names",
  accepts: (value) => isJsonObject(value) && Object.values(value).every(acceptsNames),
  interpret,
  inspect: interpret,
  compile(site, writer) {
    for (const { property, missing } of readDependencies(site.value)) {
      writer.failIf(
        `${writer.member(property)} !== undefined && ${writer.member(missing)} === undefined`,
      );
    }
  },
  tabulate(site, table) {
    table.mayReport("dependentRequired");
    const pairs = readDependencies(site.value).map(({ property, missing }) => [property, missing]);
    table.add(checkDependentRequired, table.module.literal(["dependentRequired", pairs]));
  },
};
