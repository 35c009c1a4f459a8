/**
 * A fault of a schema, as a value: the keyword at `pointer` cannot mean what it says, such as
 * `exclusiveMinimum: true`, and is passed over. Or it is a pattern that could take exponential time, which
 * is matched in another way.
 *
 * - `pointer`: JSON Pointer of the keyword, or of the schema where `keyword` is `""`
 * - `message`: one sentence: what is there and what belongs there
 */
export interface SchemaDiagnostic {
  readonly pointer: string;
  readonly keyword: string;
  readonly message: string;
}
