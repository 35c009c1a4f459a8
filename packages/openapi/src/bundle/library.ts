import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { parseBytes } from "../parse/parse-source.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import { normalizeLocation } from "../read/location.ts";
import type { ReadSource } from "../read/source.ts";
import { SourceError } from "../read/source-error.ts";

const maxFiles = 10_000;

/** A file that references name: read, or why it is not. */
export type LibraryEntry =
  | { readonly kind: "file"; readonly document: SourceDocument }
  | { readonly kind: "unreadable"; readonly why: string; readonly isForbidden: boolean }
  /** Read, and no YAML or JSON: its own diagnostics say why. */
  | { readonly kind: "broken" };

/** The files of one description, by location. */
export interface Library {
  readonly root: SourceDocument;
  readonly files: ReadonlyMap<string, LibraryEntry>;
  /** Reads a file that is not among `files` yet. */
  readonly load: (location: string) => Promise<void>;
}

/** Opens a library that holds the root document. What is wrong in the others joins the diagnostics. */
export function openLibrary(
  root: SourceDocument,
  read: ReadSource,
  diagnostics: Diagnostic[],
): Library {
  const files = new Map<string, LibraryEntry>([
    [normalizeLocation(root.base), { kind: "file", document: root }],
  ]);
  const load = async (location: string): Promise<void> => {
    const entry: LibraryEntry =
      files.size < maxFiles
        ? await readEntry(location, { root, read, diagnostics })
        : { kind: "unreadable", why: `more than ${maxFiles} files are named`, isForbidden: true };
    files.set(location, entry);
  };
  return { root, files, load };
}

async function readEntry(
  location: string,
  {
    root,
    read,
    diagnostics,
  }: {
    readonly root: SourceDocument;
    readonly read: ReadSource;
    readonly diagnostics: Diagnostic[];
  },
): Promise<LibraryEntry> {
  try {
    const { bytes, location: base } = await read(location, root.base);
    const parsed = parseBytes(bytes, location, base);
    diagnostics.push(...parsed.diagnostics);
    if (parsed.document === undefined) return { kind: "broken" };
    return { kind: "file", document: parsed.document };
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    const isForbidden = cause.code === "denied" || cause.code === "network-off";
    return { kind: "unreadable", why: cause.message, isForbidden };
  }
}
