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
}

/** What is meant where nothing is said. */
export const defaultTypesOptions: TypesOptions = { enums: "declared" };
