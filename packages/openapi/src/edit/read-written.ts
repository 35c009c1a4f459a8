import type { JsonValue } from "@truespec/json-schema";
import { parseDocument } from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { parseText } from "../parse/parse-text.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import { yamlOptions } from "../parse/yaml.ts";
import { convertYaml } from "../parse/yaml-values.ts";
import { detectStyle, type TextStyle } from "./text-style.ts";
import type { WrittenNode } from "./written.ts";
import { readWrittenJson } from "./written-json.ts";
import { readWrittenYaml } from "./written-yaml.ts";

/** A text that can be edited. */
export interface WrittenDocument {
  readonly document: SourceDocument;
  /** As the document's, and one value where aliases repeat it. */
  readonly value: JsonValue;
  /** The values that aliases repeat. */
  readonly shared: ReadonlySet<JsonValue>;
  readonly root: WrittenNode;
  readonly style: TextStyle;
}

/** Reads a text so that it can be edited; the diagnostics say why it cannot. */
export function readWritten(
  text: string,
  source: string,
): WrittenDocument | { readonly diagnostics: readonly Diagnostic[] } {
  const { document, diagnostics } = parseText(text, source);
  if (document === undefined) return { diagnostics };
  return isJson(text) ? readJson(document) : readYaml(document);
}

function readJson(document: SourceDocument): WrittenDocument {
  const { text, value } = document;
  const root = readWrittenJson(text);
  return { document, value, shared: new Set(), root, style: detectStyle(text, "json", root) };
}

function readYaml(document: SourceDocument): WrittenDocument {
  const { text } = document;
  const parsed = parseDocument(text, { ...yamlOptions, keepSourceTokens: true });
  const { value = null, targets, shared } = convertYaml(parsed.contents);
  const root = readWrittenYaml(parsed.contents, text, new Set(targets.values()));
  return { document, value, shared, root, style: detectStyle(text, "yaml", root) };
}

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
