import { isUtf8 } from "node:buffer";
import type { JsonValue } from "@truespec/json-schema";

/** What came of parsing a JSON text: its value, or why there is none. */
export type ParsedJson =
  | { readonly kind: "value"; readonly value: JsonValue }
  | { readonly kind: "truncated" | "unreadable"; readonly message: string };

/** Parses a JSON text (RFC 8259); a text that stops before its end is told from one that never was JSON. */
export function parseJson(text: string): ParsedJson {
  try {
    return { kind: "value", value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    return stopsEarly(text, error)
      ? { kind: "truncated", message: "JSON that stops before its end" }
      : { kind: "unreadable", message: "not JSON" };
  }
}

/** Parses the bytes of a JSON text, which is UTF-8. */
export function parseJsonBytes(bytes: Uint8Array): ParsedJson {
  const parsed = parseJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
  if (parsed.kind !== "value" || isUtf8(bytes)) return parsed;
  return { kind: "unreadable", message: notUtf8 };
}

/** What is wrong with bytes that read as no text, in words that follow "it is". */
export const notUtf8 = "not UTF-8";

/** An object or array that is still open at the end of the text, with no fault long before the end. */
function stopsEarly(text: string, error: unknown): boolean {
  const trimmed = text.trimEnd();
  if (!/^\s*[[{]/.test(trimmed) || !endsOpen(trimmed)) return false;
  const message = error instanceof Error ? error.message : "";
  if (message.startsWith("Unexpected token")) return false;
  const position = /position (\d+)/.exec(message)?.[1];
  // An unterminated string is reported where it starts, which may be long before the end.
  if (position === undefined || message.startsWith("Unterminated")) return true;
  return Number(position) >= trimmed.length - "\\u0000".length;
}

function endsOpen(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
  }
  return inString || depth > 0;
}
