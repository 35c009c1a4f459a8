import type { JsonObject } from "@truespec/json-schema";
import { own } from "./pointer.ts";

/** Whether the texts that a schema allows are points in time: `format: date-time` (RFC 3339, section 5.6). */
export function isDateTime(schema: JsonObject): boolean {
  return own(schema, "format") === "date-time";
}
