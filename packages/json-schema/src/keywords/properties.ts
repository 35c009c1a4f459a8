import type { Check } from "../compiler/table-writer.ts";
import type { SchemaNode } from "../document/node.ts";
import { hasMember, isInherited, memberNames } from "../instance.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { descend, reportError } from "../interpreter/report.ts";
import { isJsonObject } from "../json.ts";
import type { Keyword, Site } from "./keyword.ts";

function readProperties(site: Site): readonly (readonly [string, SchemaNode])[] {
  if (!isJsonObject(site.value)) return [];
  return Object.keys(site.value).map((name) => [name, site.findSubschema("properties", name)]);
}

const checkProperties = {
  name: "checkProperties",
  needs: ["isObject", "own", "meets", "run"],
  /* Each schema stands behind its name. */
  text: `function checkProperties(schemas, value, place) {
  if (!isObject(value)) return;
  const object = own(value);
  for (let index = 0; index < schemas.length; index += 2) {
    const name = schemas[index];
    const schema = schemas[index + 1];
    const member = object[name];
    if (member !== undefined && !meets(schema, member, place)) {
      const token = "/" + name;
      run(schema, member, place.at + "/properties" + token, place.path + token, place);
    }
  }
}`,
} as const satisfies Check;

/** The same for names that every object has by its prototype, or that a pointer escapes. */
const checkHostileProperties: Check = {
  name: "checkHostileProperties",
  needs: ["memberOf", "escapeToken", ...checkProperties.needs],
  text: checkProperties.text
    .replace("checkProperties", "checkHostileProperties")
    .replace("object[name]", "memberOf(object, name)")
    .replace('"/" + name', "escapeToken(name)"),
};

/** `properties`, Core section 10.3.2.1. */
export const properties: Keyword = {
  name: "properties",
  vocabulary: "applicator",
  target: "object",
  expects: "an object of schemas",
  accepts: isJsonObject,
  interpret(site) {
    const entries = readProperties(site).filter(([, node]) => node.schema !== true);
    return (instance, at) => {
      if (!isJsonObject(instance)) return true;
      let isValid = true;
      for (const [name, node] of entries) {
        if (!hasMember(instance, name)) continue;
        if (site.interpreter.evaluate(node, instance[name], descend(at, name))) continue;
        if (at.errors === undefined) return false;
        isValid = false;
      }
      return isValid;
    };
  },
  /** A property that is forbidden is an error of the place that has it. */
  inspect(site) {
    const forbidden = readProperties(site).filter(([, node]) => node.schema === false);
    return inspectForbidden(forbidden);
  },
  annotate(site) {
    const names = new Set(readProperties(site).map(([name]) => name));
    return (instance) =>
      isJsonObject(instance) ? memberNames(instance).filter((name) => names.has(name)) : undefined;
  },
  compile: (site, writer) => writer.applyToMembers(readProperties(site)),
  tabulate(site, table) {
    const checked = readProperties(site).filter(([, node]) => node.schema !== true);
    if (checked.length === 0) return;
    const isHostile = checked.some(([name]) => isInherited(name) || /[~/]/.test(name));
    const check = isHostile ? checkHostileProperties : checkProperties;
    const { literal } = table.module;
    const entries = checked.map(([name, node]) => `${literal(name)}, ${table.schema(node)}`);
    table.add(check, `[${entries.join(", ")}]`);
  },
};

function inspectForbidden(
  forbidden: readonly (readonly [string, SchemaNode])[],
): Evaluate | undefined {
  if (forbidden.length === 0) return undefined;
  return (instance, at) => {
    const met = forbidden.filter(([name]) => isJsonObject(instance) && hasMember(instance, name));
    for (const [name, { pointer }] of met) reportError(descend(at, name), "false", pointer, {});
    return met.length === 0;
  };
}
