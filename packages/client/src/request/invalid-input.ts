/** Thrown inside of this package when a caller's input makes no request; a call turns it into a `ClientError`. */
export class InvalidInput extends Error {
  override readonly name: string = "InvalidInput";
}
