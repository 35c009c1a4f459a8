import { createHash } from "node:crypto";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { decodeText, parseDecoded } from "../parse/parse-bytes.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import type { ReadSource } from "../read/source.ts";
import { SourceError } from "../read/source-error.ts";

/** A file that the user named, parsed, and the hash of its bytes in lower-case hex. */
export interface NamedDocument {
  readonly document: SourceDocument;
  readonly sha256: string;
}

/** Reads and parses a source that the user named; what is wrong joins the diagnostics. */
export async function readDocument(
  source: string,
  read: ReadSource,
  diagnostics: Diagnostic[],
): Promise<NamedDocument | undefined> {
  try {
    const { text, location, sha256 } = await readText(source, read);
    const parsed = await parseDecoded(text, source, location);
    diagnostics.push(...parsed.diagnostics);
    return parsed.document && { document: parsed.document, sha256 };
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    const params = { source, why: cause.message, code: cause.code };
    diagnostics.push(diagnose("source-unreadable", params, { source }));
    return undefined;
  }
}

/** A function of its own, so that the bytes are let go before the text is parsed. */
async function readText(
  source: string,
  read: ReadSource,
): Promise<{
  readonly text: string | undefined;
  readonly location: string;
  readonly sha256: string;
}> {
  const { bytes, location } = await read(source);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { text: decodeText(bytes), location, sha256 };
}
