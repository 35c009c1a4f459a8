import type { JsonObject } from "@truespec/json-schema";
import { asObject, own } from "./pointer.ts";
import { type Preparation, resolveNode } from "./preparation.ts";
import { findProperty } from "./property.ts";

/**
 * Whether the current view leaves out a property of an object: `readOnly` in a request, `writeOnly` in
 * a response. The mark may stand beside a `$ref`, or where that leads.
 */
export function isHidden(preparation: Preparation, schema: JsonObject, property: string): boolean {
  const { direction } = preparation.view;
  if (direction === "whole") {
    return false;
  }
  const keyword = direction === "request" ? "readOnly" : "writeOnly";
  return findProperty(preparation, schema, property).some((written) =>
    [written, resolveNode(preparation, asObject(written))].some(
      (one) => one !== undefined && own(one, keyword) === true,
    ),
  );
}
