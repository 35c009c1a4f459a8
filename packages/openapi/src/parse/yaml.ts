import type { JsonValue } from "@truespec/json-schema";
import { type Document, parseDocument } from "yaml";
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
  if (document === undefined) {
    return fail({ code: "too-deep", params: { limit: 512 }, offset: 0 });
  }
  const [broken] = document.errors;
  if (broken !== undefined) {
    const why = sentence(broken.message);
    return fail({ code: "yaml-syntax", params: { why }, offset: broken.pos[0] });
  }
  const { value, faults, targets } = convertYaml(document.contents);
  if (value === undefined) return { value, faults };
  return { value: value satisfies JsonValue, faults, locate: createYamlLocator(document, targets) };
}

function composeYaml(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, {
      version: "1.2",
      schema: "core",
      merge: false,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: "silent",
    });
  } catch (cause) {
    // The composer recurses; only nesting beyond all measure exhausts the stack
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function fail(fault: TextFault): ParsedText {
  return { value: undefined, faults: [fault] };
}

function sentence(message: string): string {
  return message
    .replace(/[.:]?\s*$/, "")
    .replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
}
