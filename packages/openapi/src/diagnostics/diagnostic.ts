/** A place in a file that was read. */
export interface SourceLocation {
  /** Path or URL, or `-` for standard input, as the user would open it. */
  readonly source: string;
  /** JSON Pointer (RFC 6901) in that file. */
  readonly pointer: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** What is wrong with an input: a value, never thrown. */
export interface Diagnostic {
  /** From the catalogue, such as `ref-not-found`. */
  readonly code: string;
  /**
   * An `error` costs its place the meaning that was written there, and the whole model where that
   * place is the root; a `warning` was mended or passed over, and the message says how.
   */
  readonly severity: "error" | "warning";
  readonly message: string;
  /** What to change. */
  readonly hint: string;
  readonly source: string;
  readonly location: SourceLocation | undefined;
  /** The lines around the place with a caret, ready to print; undefined where there is no text. */
  readonly frame: string | undefined;
}

/** What is wrong, and not yet where. */
export type Fault = Pick<Diagnostic, "code" | "severity" | "message" | "hint">;
