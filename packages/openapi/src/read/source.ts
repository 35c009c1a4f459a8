/** What reading a source gives. */
export interface ReadBytes {
  /** After redirects: what relative references in it resolve against. */
  readonly location: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads one source: a path, an http(s) URL, or `-` for standard input.
 *
 * `referrer` is the root document when a `$ref` in a description asked for the source, and not the
 * user; a reader may refuse more then. Throws a `SourceError`.
 */
export type ReadSource = (location: string, referrer?: string) => Promise<ReadBytes>;
