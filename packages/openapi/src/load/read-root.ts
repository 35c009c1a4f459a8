import { isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { findVersion } from "../build/build-description.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { typeName } from "../json/json-value.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import { reportIntoFile } from "../trace/composition.ts";

/** The root object of a description; undefined, with a diagnostic, where the file is none. */
export function readRoot(root: SourceDocument, diagnostics: Diagnostic[]): JsonObject | undefined {
  const { value } = root;
  if (isJsonObject(value) && findVersion(value) !== undefined) return value;
  const found = isJsonObject(value) ? "it has no `openapi`" : `it is ${typeName(value)}`;
  reportIntoFile(diagnostics, root)("not-openapi", { found }, "");
  return undefined;
}
