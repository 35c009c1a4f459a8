/**
 * A schema to write a validator for.
 *
 * - `name`: what the exports are named by: `X` for `isX`, `validateX`, `X` and `XJsonSchema`
 * - `pointer`: JSON Pointer of the schema in the document
 * - `type`: the TypeScript type of what is valid, as it stands in the declarations; `unknown` by default
 */
export interface ValidatorTarget {
  readonly name: string;
  readonly pointer: string;
  readonly type?: string;
}
