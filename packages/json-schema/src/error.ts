/** Why a call of this package could not be answered; a closed list. */
export type JsonSchemaErrorCode =
  | "invalid-pointer"
  | "schema-not-found"
  | "invalid-name"
  | "invalid-format";

/**
 * The one exception class of this package: the caller asked for what cannot be, such as a pointer
 * to nowhere. Faults inside a schema are diagnostics, faults of an instance validation errors.
 */
export class JsonSchemaError extends Error {
  /** Which rule the call broke. */
  readonly code: JsonSchemaErrorCode;

  constructor(code: JsonSchemaErrorCode, message: string) {
    super(message);
    this.name = "JsonSchemaError";
    this.code = code;
  }
}
