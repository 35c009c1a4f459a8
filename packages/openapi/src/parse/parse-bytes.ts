import { diagnose } from "../diagnostics/diagnose.ts";
import { describeSource, type ParsedSource } from "./describe-source.ts";
import { orBroken, parseAsJson } from "./json-or-yaml.ts";
import type { ParsedText } from "./parsed-text.ts";
import { parseSimpleYaml } from "./simple-yaml/parse-simple-yaml.ts";

/**
 * Decodes and parses bytes, as `parseText` does. UTF-16 is read when a byte order mark says so. The
 * parser of all YAML is loaded when it is first needed: that takes longer than to parse a small file.
 */
export async function parseBytes(
  bytes: Uint8Array,
  source: string,
  base: string = source,
): Promise<ParsedSource> {
  return parseDecoded(decodeText(bytes), source, base);
}

/** Parses what {@link decodeText} gave, for who need not hold the bytes meanwhile. */
export async function parseDecoded(
  text: string | undefined,
  source: string,
  base: string = source,
): Promise<ParsedSource> {
  if (text === undefined) {
    const diagnostic = diagnose("not-text", { source }, { source });
    return { document: undefined, diagnostics: [diagnostic] };
  }
  const written = { text, source, base };
  const parsed = parseAsJson(written) ?? parseSimpleYaml(text) ?? (await parseAsYaml(text, source));
  return describeSource(written, parsed);
}

async function parseAsYaml(text: string, source: string): Promise<ParsedText> {
  const { parseYaml } = await import("./yaml.ts");
  return orBroken({ text, source }, parseYaml(text));
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
