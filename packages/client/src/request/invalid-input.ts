/** Thrown inside of this package when a caller's input makes no request. */
export class InvalidInput extends Error {}
