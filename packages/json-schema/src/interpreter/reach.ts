import type { SchemaNode } from "../document/node.ts";
import { isEnabled } from "../document/vocabulary.ts";
import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";
import type { Interpreter } from "./interpreter.ts";
import type { Reach } from "./plan.ts";

/** The subschemas of a node that apply to members and items, as far as they are well-formed. */
export function readReach(interpreter: Interpreter, node: SchemaNode): Reach {
  const { document } = interpreter;
  const schema =
    isJsonObject(node.schema) && isEnabled(document, node, "applicator") ? node.schema : {};
  const find = (...tokens: string[]) => document.findSubschema(node, tokens) ?? node;
  const member = (name: string): JsonValue | undefined =>
    Object.hasOwn(schema, name) ? schema[name] : undefined;
  const single = (name: string) => (isSubschema(member(name)) ? find(name) : undefined);
  const named = (name: string) => {
    const map = member(name);
    return isJsonObject(map) ? Object.keys(map) : [];
  };
  const prefix = member("prefixItems");
  return {
    properties: new Map(named("properties").map((name) => [name, find("properties", name)])),
    patterns: named("patternProperties").flatMap((source) => {
      const pattern = document.readPattern(source);
      return pattern ? [[pattern, find("patternProperties", source)] as const] : [];
    }),
    additional: single("additionalProperties"),
    unevaluated: single("unevaluatedProperties"),
    prefix: isJsonArray(prefix) ? prefix.map((_, index) => find("prefixItems", String(index))) : [],
    items: single("items"),
    contains: single("contains"),
    unevaluatedItems: single("unevaluatedItems"),
  };
}

function isSubschema(value: JsonValue | undefined): boolean {
  return typeof value === "boolean" || isJsonObject(value);
}

/** The subschemas that `properties` and `patternProperties` apply to a property. */
export function findNamed(reach: Reach, name: string): readonly SchemaNode[] {
  const named = reach.properties.get(name);
  const matched = reach.patterns
    .filter(([{ matcher }]) => matcher.test(name))
    .map(([, node]) => node);
  return named === undefined ? matched : [named, ...matched];
}
