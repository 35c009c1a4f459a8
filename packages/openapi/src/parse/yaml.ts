import type { JsonValue } from "@truespec/json-schema";
import { type Document, parseDocument, visit, type YAMLParseError } from "yaml";
import { maxDepth } from "./nesting.ts";
import type { ParsedText, TextFault } from "./parsed-text.ts";
import { createYamlLocator } from "./yaml-locator.ts";
import { convertYaml } from "./yaml-values.ts";

/**
 * Parses YAML 1.2 with its core schema, and keeps where each node stands.
 *
 * Keys are strings as they are written (`200` is `"200"`), `<<` merges, aliases are bounded.
 *
 * @see https://yaml.org/spec/1.2.2/
 */
export function parseYaml(text: string): ParsedText {
  const document = composeYaml(text);
  const isTooDeep = document?.errors.some(({ code }) => code === "RESOURCE_EXHAUSTION") ?? true;
  if (document === undefined || isTooDeep) {
    return fail({ code: "too-deep", params: { limit: maxDepth }, offset: 0 });
  }
  const broken = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
  if (broken !== undefined) {
    const why = sentence(broken.message);
    return fail({ code: "yaml-syntax", params: { why }, offset: offsetOf(broken, document) });
  }
  const { value, faults: found, targets } = convertYaml(document.contents);
  const faults = [...found, ...findFurtherDocument(document)];
  if (value === undefined) return { value, faults };
  return { value: value satisfies JsonValue, faults, locate: createYamlLocator(document, targets) };
}

/** A file is one document; what stands behind its end is not read. */
function findFurtherDocument({ errors }: Document.Parsed): readonly TextFault[] {
  const further = errors.find(({ code }) => code === "MULTIPLE_DOCS");
  return further ? [{ code: "several-documents", params: {}, offset: further.pos[0] }] : [];
}

/** How every YAML text is read: YAML 1.2, core schema, keys and merges left as they are written. */
export const yamlOptions = {
  version: "1.2",
  schema: "core",
  merge: false,
  prettyErrors: false,
  uniqueKeys: false,
  logLevel: "error",
} as const;

function composeYaml(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, yamlOptions);
  } catch (cause) {
    // The composer recurses; only nesting beyond all measure exhausts the stack
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** A quote that is never closed is shown where it opens, and not at the end of the text. */
function offsetOf({ code, message, pos }: YAMLParseError, document: Document.Parsed): number {
  if (code !== "MISSING_CHAR" || !message.includes("quote")) return pos[0];
  let opening = pos[0];
  visit(document, {
    Scalar: (_key, { range, type }) => {
      const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
      if (isQuoted && range && range[0] <= pos[0] && range[1] >= pos[0]) opening = range[0];
    },
  });
  return opening;
}

function fail(fault: TextFault): ParsedText {
  return { value: undefined, faults: [fault] };
}

function sentence(message: string): string {
  return message
    .replace(/[.:]?\s*$/, "")
    .replace(/closing (["'])quote/, "closing $1 quote")
    .replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
}
