import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, SourceLocation } from "../diagnostics/diagnostic.ts";
import { parseJson } from "./json.ts";
import { createLineIndex } from "./lines.ts";
import type { ParsedText } from "./parsed-text.ts";
import type { SourceDocument } from "./source-document.ts";
import { parseYaml } from "./yaml.ts";

/** A parsed file, or none when an error is among the diagnostics. */
export interface ParsedSource {
  readonly document: SourceDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Decodes and parses bytes; see {@link parseText}. UTF-16 is read when a byte order mark says so. */
export function parseBytes(bytes: Uint8Array, source: string, base: string = source): ParsedSource {
  return parseDecoded(decodeText(bytes), source, base);
}

/** Parses what {@link decodeText} gave, for who need not hold the bytes meanwhile. */
export function parseDecoded(
  text: string | undefined,
  source: string,
  base: string = source,
): ParsedSource {
  if (text !== undefined) return parseText(text, source, base);
  const diagnostic = diagnose("not-text", { source }, { source });
  return { document: undefined, diagnostics: [diagnostic] };
}

/**
 * Parses YAML or JSON, whichever it is: what begins like JSON is parsed as JSON, and as YAML when
 * that fails and the name does not say JSON.
 */
export function parseText(text: string, source: string, base: string = source): ParsedSource {
  const parsed = parseEither(text, source);
  const positionOf = createLineIndex(text);
  const locationAt = (offset: number, pointer: string): SourceLocation => {
    const { line, column } = positionOf(offset);
    return { source, pointer, line, column };
  };
  const diagnostics = parsed.faults.map(({ code, params, offset }) =>
    diagnose(code, params, { source, text, location: locationAt(offset, "") }),
  );
  if (parsed.value === undefined) return { document: undefined, diagnostics };
  const { value, locate } = parsed;
  const document = {
    source,
    base,
    text,
    value,
    locate: (pointer: string) => locationAt(locate(pointer), pointer),
  };
  return { document, diagnostics };
}

function parseEither(text: string, source: string): ParsedText {
  if (!/^\s*[{[]/.test(text) && !/\.json$/i.test(source)) return parseYaml(text);
  const asJson = parseJson(text);
  const [fault] = asJson.faults;
  if (fault?.code !== "json-syntax" || /\.json$/i.test(source)) return asJson;
  const asYaml = parseYaml(text);
  return asYaml.value === undefined && !/\.ya?ml$/i.test(source) ? asJson : asYaml;
}

/** The text of bytes in UTF-8, or in UTF-16 with a byte order mark; undefined for any other bytes. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
