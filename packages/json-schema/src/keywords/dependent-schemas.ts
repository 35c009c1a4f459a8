import type { SchemaNode } from "../document/node.ts";
import { hasMember, isObject } from "../instance.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { runAll } from "../interpreter/run.ts";
import type { Keyword, Site } from "./keyword.ts";

function readDependents(site: Site): readonly (readonly [string, SchemaNode])[] {
  if (!isObject(site.value)) return [];
  return Object.keys(site.value).map((name) => [
    name,
    site.findSubschema("dependentSchemas", name),
  ]);
}

/** `dependentSchemas`, Core section 10.2.2.4. */
export const dependentSchemas: Keyword = {
  name: "dependentSchemas",
  vocabulary: "applicator",
  target: "object",
  expects: "an object of schemas",
  accepts: isObject,
  interpret(site) {
    const checks = readDependents(site).map(
      ([name, node]): Evaluate =>
        (instance, at) =>
          !isObject(instance) ||
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
};
