/** Where a command prints: data to `out`, everything else to `err`. The only door to the process's streams. */
export interface Terminal {
  /** Writes data, as it is, to standard output. */
  readonly out: (text: string) => void;
  /** Writes a message and a newline to standard error. */
  readonly err: (message: string) => void;
  /** Standard output shows colour: a terminal, and `NO_COLOR` is not set. */
  readonly color: boolean;
  /** Columns of standard output; 100 where it is no terminal, or one without a size. */
  readonly width: number;
  /** Standard input, piece by piece; can be read once. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Reads standard input to its end; the same bytes each time. */
  readonly readStdin: () => Promise<Uint8Array>;
  /** Standard error is a terminal that a person watches: not a pipe, not CI. */
  readonly watched: boolean;
  /**
   * Turns Ctrl+C and a request to terminate into an abort, so that a command can end in good order;
   * the second one ends the process at once. Without a call both end it.
   */
  readonly interruption: () => AbortSignal;
  readonly env: { readonly [name: string]: string | undefined };
  readonly cwd: string;
  /** The version of the `truespec` package. */
  readonly version: string;
}
