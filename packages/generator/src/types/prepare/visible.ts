import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { asObject, members, own } from "./pointer.ts";
import { type Preparation, resolveNode } from "./preparation.ts";

/** The properties of an object that the current view leaves out. */
export function findHidden(preparation: Preparation, schema: JsonObject): ReadonlySet<string> {
  const { direction } = preparation.view;
  if (direction === "whole") {
    return new Set();
  }
  const keyword = direction === "request" ? "readOnly" : "writeOnly";
  const hidden = members(own(schema, "properties")).filter(([, property]) =>
    isMarked(preparation, property, keyword),
  );
  return new Set(hidden.map(([name]) => name));
}

/** The mark may stand beside a `$ref`, or where that leads. */
function isMarked(preparation: Preparation, property: JsonValue, keyword: string): boolean {
  const written = asObject(property);
  const target = resolveNode(preparation, written);
  return [written, target].some((one) => one !== undefined && own(one, keyword) === true);
}
