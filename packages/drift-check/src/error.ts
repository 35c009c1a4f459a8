/**
 * Why this package gave up.
 *
 * - `profile-mismatch`: profiles or a profile and a description that do not belong together
 * - `profile-invalid`: a file that is no profile of this version
 * - `baseline-invalid`: a file that is no baseline of this version
 * - `probes-invalid`: a probes file of the wrong shape, or one that names an operation the description lacks
 * - `base-url-invalid`: a base URL that is no http(s) URL
 */
export type DriftCheckErrorCode =
  | "profile-mismatch"
  | "profile-invalid"
  | "baseline-invalid"
  | "probes-invalid"
  | "base-url-invalid";

/** The one exception of this package; the fault lies in an input that the user named. */
export class DriftCheckError extends Error {
  readonly code: DriftCheckErrorCode;

  constructor(code: DriftCheckErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DriftCheckError";
    this.code = code;
  }
}
