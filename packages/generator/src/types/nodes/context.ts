import type { JsonObject } from "@truespec/json-schema";
import type { GlobalContext } from "openapi-typescript";
import type { PreparedDocument } from "../prepare/document.ts";
import { asObject, findReferred } from "../prepare/pointer.ts";
import { createTransform } from "./transform.ts";

/** The options of openapi-typescript, and what it gathers while it works. */
export function createContext(prepared: PreparedDocument): GlobalContext {
  const context: Partial<GlobalContext> = {
    emptyObjectsUnknown: true,
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    silent: true,
    transform: createTransform(prepared),
    resolve: <T>(reference: string) => findSchema(prepared.document, reference) as T | undefined,
  };
  // Every option that is left out is off.
  return context as GlobalContext;
}

function findSchema(document: JsonObject, reference: string): JsonObject | undefined {
  return asObject(findReferred(document, reference));
}
