import type { TypesBackend } from "./backend.ts";
import { printDocument } from "./nodes/document.ts";
import { restoreSpecials } from "./prepare/placeholder.ts";

/** The backend on openapi-typescript 7: this module takes a tenth of a second to load. */
export const typesBackend: TypesBackend = {
  printTypes: (prepared) => restoreSpecials(printDocument(prepared)),
};
