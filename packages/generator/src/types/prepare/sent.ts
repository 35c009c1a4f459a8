import type { JsonObject } from "@truespec/json-schema";
import type { Description } from "@truespec/openapi";
import { listSent, type SentOperation } from "../../names/sent.ts";
import { isKnownMethod } from "./method.ts";
import { prepareOperation } from "./operation.ts";
import { hideSpecials } from "./placeholder.ts";
import { asObject, findAt, fromMembers, parsePointer } from "./pointer.ts";
import type { Preparation } from "./preparation.ts";
import { wholeView } from "./view.ts";

/** The webhooks, or the callbacks, of a description as path items by their keys. What the API sends holds also what is read-only. */
export function prepareSent(
  preparation: Preparation,
  description: Description,
  kind: SentOperation["kind"],
): JsonObject {
  const items = new Map<string, JsonObject>();
  for (const sent of listSent(description).filter((one) => one.kind === kind)) {
    const { operation } = sent;
    const [key, method] = keySent(sent);
    const node = findAt(preparation.document, parsePointer(operation.pointer));
    const written = asObject(node) ?? {};
    const views = { request: wholeView, response: wholeView };
    const prepared = prepareOperation(preparation, operation, { written, views });
    items.set(hideSpecials(key), { ...items.get(hideSpecials(key)), [method]: prepared });
  }
  return fromMembers(items);
}

/** Where the types of a sent operation stand in the interface of its kind: its key, and the method there. */
export function keySent({ key, operation }: SentOperation): readonly [string, string] {
  return isKnownMethod(operation.method)
    ? [key, operation.method]
    : [`${operation.method} ${key}`, "post"];
}
