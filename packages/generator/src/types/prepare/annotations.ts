import type { JsonObject, JsonValue } from "@truespec/json-schema";

const kept = new Map<string, (value: JsonValue) => boolean>([
  ["title", isString],
  ["summary", isString],
  ["description", isString],
  ["format", isString],
  ["deprecated", (value) => value === true],
  ["readOnly", (value) => value === true],
  ["default", () => true],
  ["example", () => true],
  ["examples", Array.isArray],
]);

/** The members that end up in a comment, where they are what OpenAPI says they must be; the others are left out. */
export function pickAnnotations(node: JsonObject): JsonObject {
  const picked: { [name: string]: JsonValue } = {};
  for (const [name, value] of Object.entries(node)) {
    if (kept.get(name)?.(value)) {
      picked[name] = isString(value) ? escapeTags(value) : value;
    }
  }
  return picked;
}

function isString(value: JsonValue): value is string {
  return typeof value === "string";
}

/** A line of prose that starts with `@` would be read as a tag, such as `@deprecated`. */
function escapeTags(prose: string): string {
  return prose.includes("@") ? prose.replace(/^([ \t]*)@/gm, "$1\\@") : prose;
}
