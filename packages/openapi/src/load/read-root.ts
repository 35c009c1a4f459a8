import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { findVersion } from "../build/build-description.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { typeName } from "../json/json-value.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import { reportIntoFile } from "../trace/composition.ts";

/** The root object of a description; undefined, with a diagnostic, where the file is none. */
export function readRoot(root: SourceDocument, diagnostics: Diagnostic[]): JsonObject | undefined {
  const { value } = root;
  if (isJsonObject(value) && findVersion(value) !== undefined) return value;
  reportIntoFile(diagnostics, root)("not-openapi", { found: findKind(value) }, "");
  return undefined;
}

/** Documents that people take for a description, by the field that says their version. */
const others = {
  overlay: "an overlay",
  arazzo: "an Arazzo document",
  asyncapi: "an AsyncAPI document",
};

function findKind(value: JsonValue): string {
  if (value === null) return "it is empty";
  if (!isJsonObject(value)) return `it is ${typeName(value)}`;
  const other = Object.entries(others).find(([field]) => Object.hasOwn(value, field));
  return other === undefined ? "it has no `openapi`" : `it is ${other[1]}`;
}
