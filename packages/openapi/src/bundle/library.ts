import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findString } from "../json/json-value.ts";
import { parseBytes } from "../parse/parse-bytes.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import { normalizeLocation, resolveLocation } from "../read/location.ts";
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
  /** The read file that calls itself by a URI, in its `$self`. */
  readonly findSelf: (uri: string) => SourceDocument | undefined;
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
  const selves = new Map<string, SourceDocument>();
  const load = async (location: string): Promise<void> => {
    const entry: LibraryEntry =
      files.size < maxFiles
        ? await readEntry(location, { root, read, diagnostics })
        : { kind: "unreadable", why: `more than ${maxFiles} files are named`, isForbidden: true };
    files.set(location, entry);
    if (entry.kind === "file") addSelf(selves, entry.document);
  };
  addSelf(selves, root);
  return { root, files, load, findSelf: (uri) => selves.get(uri) };
}

/**
 * The URI of a document: its `$self`, seen from where it was read; undefined where it states none.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#oas-self
 */
export function selfOf({ value, base }: SourceDocument): string | undefined {
  const self = findString(value, "$self");
  return self === undefined ? undefined : resolveLocation(base, self.split("#", 1)[0] ?? "");
}

function addSelf(selves: Map<string, SourceDocument>, document: SourceDocument): void {
  const self = selfOf(document);
  if (self !== undefined && !selves.has(self)) selves.set(self, document);
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
    const parsed = await parseBytes(bytes, location, base);
    diagnostics.push(...parsed.diagnostics);
    if (parsed.document === undefined) return { kind: "broken" };
    return { kind: "file", document: parsed.document };
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    const isForbidden = cause.code === "denied" || cause.code === "network-off";
    return { kind: "unreadable", why: cause.message, isForbidden };
  }
}
