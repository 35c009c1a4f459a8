import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { items, own } from "./pointer.ts";

type Prepare = (schema: JsonValue | undefined) => JsonObject;

/** The longest tuple that is written out; a longer one is an array of its items. */
const maximumTuple = 32;

/** The keywords of arrays; a tuple keeps what follows its listed items, and how many must be there. */
export function prepareArray(schema: JsonObject, prepare: Prepare): JsonObject {
  const rest = own(schema, "items");
  const prefix = items(own(schema, "prefixItems")).slice(0, maximumTuple);
  if (prefix.length === 0) {
    return { type: "array", items: prepare(rest) };
  }
  const minimum = own(schema, "minItems");
  return {
    type: "array",
    prefixItems: prefix.map(prepare),
    minItems: typeof minimum === "number" ? minimum : 0,
    items: rest === false ? false : prepare(rest),
  };
}
