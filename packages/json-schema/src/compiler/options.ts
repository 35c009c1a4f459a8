import type { CustomFormats, ImportedFormat } from "../formats/custom-format.ts";
import type { ValidatorOptions } from "../interpreter/validator.ts";

/**
 * How errors are listed: by tables of the module; or by the interpreter of `@truespec/json-schema`,
 * which the module then imports. It reads the schemas themselves, which are smaller than tables, and
 * takes its time where an instance is invalid; of an evaluation that comes to a reference which leads
 * nowhere it may list other errors first.
 */
export type Listing = "compiled" | "interpreted";

/**
 * How a module is written, besides what `createValidator` is told too.
 *
 * - `listing`: how errors are listed; by default the module needs nothing else
 * - `customFormats`: formats of the caller's own, by a pattern, or a function that the module imports:
 *   `{ isbn: { module: "@acme/formats", export: "isIsbn" } }`, the specifier as it is to stand there
 * - `banner`: lines on top of both texts, such as a comment
 * - `declarationImports`: the import lines that the targets' types need
 */
export interface CompileOptions extends Omit<ValidatorOptions, "customFormats"> {
  readonly customFormats?: CustomFormats<ImportedFormat>;
  readonly listing?: Listing;
  readonly banner?: string;
  readonly declarationImports?: string;
}
