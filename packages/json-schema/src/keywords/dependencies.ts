import type { SchemaNode } from "../document/node.ts";
import { isSchema } from "../document/node.ts";
import { hasMember } from "../instance.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { reportError } from "../interpreter/report.ts";
import { runAll } from "../interpreter/run.ts";
import { isJsonObject, type JsonValue } from "../json.ts";
import { acceptsNames } from "./assertion.ts";
import { checkDependentRequired } from "./dependent-required.ts";
import { checkDependentSchemas } from "./dependent-schemas.ts";
import type { Keyword, Site } from "./keyword.ts";

interface Dependency {
  readonly property: string;
  readonly missing: string;
}

/** The entries that list names: each name must stand beside the property. */
function readRequired(site: Site): readonly Dependency[] {
  return Object.entries(isJsonObject(site.value) ? site.value : {}).flatMap(([property, value]) =>
    acceptsNames(value) ? [...new Set(value)].map((missing) => ({ property, missing })) : [],
  );
}

/** The entries that are schemas: where the property stands, the whole object must meet it. */
function readSchemas(site: Site): readonly (readonly [string, SchemaNode])[] {
  return Object.entries(isJsonObject(site.value) ? site.value : {}).flatMap(([name, value]) =>
    isSchema(value) ? [[name, site.findSubschema("dependencies", name)] as const] : [],
  );
}

function interpretRequired(site: Site): Evaluate {
  const dependencies = readRequired(site);
  return (instance, at) => {
    if (!isJsonObject(instance)) return true;
    const broken = dependencies.filter(
      ({ property, missing }) => hasMember(instance, property) && !hasMember(instance, missing),
    );
    for (const { property, missing } of broken) {
      reportError(at, "dependencies", site.location, { property, missing });
    }
    return broken.length === 0;
  };
}

function interpret(site: Site): Evaluate {
  const schemas = readSchemas(site).map(
    ([name, node]): Evaluate =>
      (instance, at) =>
        !isJsonObject(instance) ||
        !hasMember(instance, name) ||
        site.interpreter.evaluate(node, instance, at),
  );
  const checks = [interpretRequired(site), ...schemas];
  return (instance, at) => runAll(checks, instance, at);
}

function accepts(value: JsonValue): boolean {
  return (
    isJsonObject(value) &&
    Object.values(value).every((entry) => isSchema(entry) || acceptsNames(entry))
  );
}

/**
 * `dependencies` of draft 7, section 6.5.7: `dependentRequired` and `dependentSchemas` in one. Draft
 * 2020-12 dropped it, yet its meta-schema still describes it so; a schema that has it was written to
 * be asserted, and to pass over it would accept unseen.
 */
export const dependencies: Keyword = {
  name: "dependencies",
  vocabulary: "applicator",
  target: "object",
  expects: "an object of schemas and lists of property names",
  accepts,
  interpret,
  inspect: interpretRequired,
  applyInPlace: (site) => ({ kind: "present", dependents: readSchemas(site) }),
  compile(site, writer) {
    for (const { property, missing } of readRequired(site)) {
      writer.failIf(
        `${writer.member(property)} !== undefined && ${writer.member(missing)} === undefined`,
      );
    }
    for (const [name, node] of readSchemas(site)) {
      const isPresent = `${writer.member(name)} !== undefined`;
      writer.when(isPresent, () => writer.apply(node));
    }
  },
  tabulate(site, table) {
    const { literal } = table.module;
    const pairs = readRequired(site).map(({ property, missing }) => [property, missing]);
    const entries = readSchemas(site).map(
      ([name, node]) => `[${literal(name)}, ${table.schema(node)}]`,
    );
    table.mayReport("dependencies");
    if (pairs.length > 0) table.add(checkDependentRequired, literal(["dependencies", pairs]));
    if (entries.length > 0) {
      table.add(checkDependentSchemas, `["dependencies", [${entries.join(", ")}]]`);
    }
  },
};
