import type { Check } from "../compiler/table-writer.ts";
import type { SchemaNode } from "../document/node.ts";
import { hasMember } from "../instance.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { runAll } from "../interpreter/run.ts";
import { isJsonObject } from "../json.ts";
import type { Keyword, Site } from "./keyword.ts";

function readDependents(site: Site): readonly (readonly [string, SchemaNode])[] {
  if (!isJsonObject(site.value)) return [];
  return Object.keys(site.value).map((name) => [
    name,
    site.findSubschema("dependentSchemas", name),
  ]);
}

/** Lists the errors of the schemas that apply, for a keyword that has them. */
export const checkDependentSchemas: Check = {
  name: "checkDependentSchemas",
  needs: ["isObject", "own", "memberOf", "meets", "run", "escapeToken"],
  text: `function checkDependentSchemas([keyword, entries], value, place) {
  if (!isObject(value)) return;
  const object = own(value);
  for (const [name, schema] of entries) {
    if (memberOf(object, name) === undefined || meets(schema, value, place)) continue;
    run(schema, value, place.at + "/" + keyword + escapeToken(name), place.path, place);
  }
}`,
};

/** `dependentSchemas`, Core section 10.2.2.4. */
export const dependentSchemas: Keyword = {
  name: "dependentSchemas",
  vocabulary: "applicator",
  target: "object",
  expects: "an object of schemas",
  accepts: isJsonObject,
  interpret(site) {
    const checks = readDependents(site).map(
      ([name, node]): Evaluate =>
        (instance, at) =>
          !isJsonObject(instance) ||
          !hasMember(instance, name) ||
          site.interpreter.evaluate(node, instance, at),
    );
    return (instance, at) => runAll(checks, instance, at);
  },
  applyInPlace: (site) => ({ kind: "present", dependents: readDependents(site) }),
  compile(site, writer) {
    for (const [name, node] of readDependents(site)) {
      const isPresent = `${writer.member(name)} !== undefined`;
      writer.when(isPresent, () => writer.apply(node));
    }
  },
  tabulate(site, table) {
    const entries = readDependents(site).map(
      ([name, node]) => `[${table.module.literal(name)}, ${table.schema(node)}]`,
    );
    table.add(checkDependentSchemas, `["dependentSchemas", [${entries.join(", ")}]]`);
  },
};
