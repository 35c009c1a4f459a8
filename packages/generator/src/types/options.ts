/** How types are written. */
export interface TypesOptions {
  /**
   * Which enums of strings admit values that are not listed, `"a" | "b" | (string & {})`, in the types
   * and in the validators:
   *
   * - `declared` (the default): those that say so, by `x-extensible-enum`, `x-speakeasy-unknown-values:
   *   allow` or `x-ms-enum: { modelAsString: true }`
   * - `closed`: none
   * - `open`: all of two values or more; a `const` stays as it is
   */
  readonly enums: "declared" | "closed" | "open";
  /**
   * What a text with `format: date-time` is to who calls:
   *
   * - `string` (the default): the text that JSON carries
   * - `Date`: a `Date`, which the generated client makes of the texts in JSON answers and writes in
   *   requests. What nothing converts is typed as it comes: the items of streams, webhooks, callbacks and
   *   headers; and validators look at the text. `format: date` stays a text, for a day is no point in time.
   */
  readonly dates: "string" | "Date";
}

/** What is meant where nothing is said. */
export const defaultTypesOptions: TypesOptions = { enums: "declared", dates: "string" };
