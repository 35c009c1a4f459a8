export { type CompiledModule, compileModule } from "./compiler/compile-module.ts";
export type { CompileOptions, Listing } from "./compiler/options.ts";
export type { ValidatorTarget } from "./compiler/target.ts";
export type { SchemaDiagnostic } from "./diagnostic.ts";
export {
  findSchema,
  type OpenOptions,
  openSchemas,
  type SchemaDocument,
} from "./document/document.ts";
export { isSchema, type SchemaNode } from "./document/node.ts";
export { JsonSchemaError, type JsonSchemaErrorCode } from "./error.ts";
export { formatError } from "./format-error.ts";
export {
  compileFormat,
  findFormat,
  findNumberFormat,
  isOfNumberFormat,
} from "./formats/catalogue.ts";
export type {
  CustomFormats,
  ImportedFormat,
  PatternFormat,
  TestFormat,
} from "./formats/custom-format.ts";
export type { Format, NumberFormat, Refinement } from "./formats/format.ts";
export type { ConventionOptions, EnumMode, FormatMode } from "./interpreter/conventions.ts";
export type { AppliedSchema, KeywordTrace, SchemaTrace } from "./interpreter/trace.ts";
export { createValidator, type ValidatorOptions } from "./interpreter/validator.ts";
export type * from "./json.ts";
export {
  escapeToken,
  formatPointer,
  parsePointer,
  resolvePointer,
  unescapeToken,
} from "./json-pointer.ts";
export { type Annotation, collectAnnotations } from "./output/annotations.ts";
export { formatBasic } from "./output/basic.ts";
export { formatDetailed } from "./output/detailed.ts";
export { listEvaluated } from "./output/evaluated.ts";
export { createEvaluator, type InstanceEvaluation } from "./output/evaluator.ts";
export { formatFlag } from "./output/flag.ts";
export { listIssues, type StandardIssue } from "./output/issues.ts";
export type { OutputLocation } from "./output/locations.ts";
export type { OutputUnit } from "./output/output-unit.ts";
export {
  createInstanceReader,
  type InstanceReader,
  type InstanceReaderOptions,
} from "./reader/instance-reader.ts";
export {
  createPreparedReader,
  type Entry,
  type PreparedReader,
  type Reading,
} from "./reader/prepared-reader.ts";
export { listReached } from "./reader/reached.ts";
export type * from "./validation.ts";
