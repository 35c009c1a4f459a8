/** Why a source could not be read. */
export type SourceErrorCode =
  | "not-found"
  | "not-a-file"
  | "denied"
  | "network-off"
  | "too-large"
  | "timeout"
  | "http"
  | "network"
  | "unreadable";

/** A file, a URL or standard input that could not be read; the message is for people. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  /** As it was asked for. */
  readonly location: string;

  constructor(code: SourceErrorCode, location: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "SourceError";
    this.code = code;
    this.location = location;
  }
}
