import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";

/** Both objects as one: objects of one name merge, anything else of the right one wins. */
export function mergeMembers(left: JsonObject, right: JsonObject): JsonObject {
  const merged = new Map<string, JsonValue>(Object.entries(left));
  for (const [name, value] of Object.entries(right)) {
    const known = merged.get(name);
    merged.set(
      name,
      isJsonObject(known) && isJsonObject(value) ? mergeMembers(known, value) : value,
    );
  }
  return Object.fromEntries(merged);
}
