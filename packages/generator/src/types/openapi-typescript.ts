import type { TypesBackend } from "./backend.ts";
import { printDocument } from "./nodes/document.ts";
import { loadLibraries } from "./nodes/libraries.ts";
import { restoreSpecials } from "./prepare/placeholder.ts";

/** The backend on openapi-typescript 7, loaded when it is first needed: it takes a seventh of a second. */
export function loadTypesBackend(): TypesBackend {
  const libraries = loadLibraries();
  return {
    printTypes: (prepared) => restoreSpecials(printDocument(prepared, libraries)),
  };
}
