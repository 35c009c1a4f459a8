/**
 * A fault of a schema, as a value: the keyword at `pointer` cannot mean what it says, such as
 * `exclusiveMinimum: true`, and is passed over.
 *
 * - `pointer`: JSON Pointer of the keyword, or of the schema where `keyword` is `""`
 * - `message`: one sentence: what is there and what belongs there
 */
export interface SchemaDiagnostic {
  readonly pointer: string;
  readonly keyword: string;
  readonly message: string;
}
