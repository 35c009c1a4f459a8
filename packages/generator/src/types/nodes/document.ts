import type { JsonObject } from "@truespec/json-schema";
import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import type { Node } from "typescript";
import type { PreparedDocument } from "../prepare/document.ts";
import { asObject, findAt, parseFragment } from "../prepare/pointer.ts";
import type { Libraries } from "./libraries.ts";
import { createTransform } from "./transform.ts";

/**
 * The declarations of a document as openapi-typescript makes them. It changes what it is given, so a
 * prepared document serves once.
 *
 * @throws RangeError when the document is nested too deeply
 */
export function transformDocument(
  prepared: PreparedDocument,
  libraries: Libraries,
): readonly Node[] {
  const context = createContext(prepared, libraries);
  const callbacks = transformCallbacks(prepared, context, libraries);
  const { library } = libraries;
  return [
    ...library.transformSchema(prepared.document as unknown as OpenAPI3, context),
    ...callbacks,
  ];
}

/** The interface `callbacks`, where there are any: the library prints them as the webhooks of a document of their own. */
function transformCallbacks(
  { callbacks }: PreparedDocument,
  context: GlobalContext,
  { library, compiler }: Libraries,
): readonly Node[] {
  if (Object.keys(callbacks).length === 0) {
    return [];
  }
  const document = { openapi: "3.1.0", webhooks: callbacks };
  const nodes: readonly Node[] = library.transformSchema(document as unknown as OpenAPI3, context);
  const { factory } = compiler;
  return nodes.flatMap((node) =>
    compiler.isInterfaceDeclaration(node) && node.name.text === "webhooks"
      ? [
          factory.createInterfaceDeclaration(
            node.modifiers,
            "callbacks",
            undefined,
            undefined,
            node.members,
          ),
        ]
      : [],
  );
}

function createContext(prepared: PreparedDocument, libraries: Libraries): GlobalContext {
  const context: Partial<GlobalContext> = {
    emptyObjectsUnknown: true,
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    silent: true,
    transform: createTransform(prepared, libraries),
    resolve: <T>(reference: string) => findSchema(prepared.document, reference) as T | undefined,
  };
  // Every option that is left out is off.
  return context as GlobalContext;
}

function findSchema(document: JsonObject, reference: string): JsonObject | undefined {
  return asObject(findAt(document, parseFragment(reference) ?? []));
}
