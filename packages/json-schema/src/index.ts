export {
  type CompiledModule,
  type CompileOptions,
  compileModule,
} from "./compiler/compile-module.ts";
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
export { compileFormat, findFormat } from "./formats/catalogue.ts";
export type { Format } from "./formats/format.ts";
export type { FormatMode } from "./interpreter/interpreter.ts";
export { createValidator, type ValidatorOptions } from "./interpreter/validator.ts";
export type * from "./json.ts";
export {
  escapeToken,
  formatPointer,
  parsePointer,
  resolvePointer,
  unescapeToken,
} from "./json-pointer.ts";
export {
  createInstanceReader,
  type InstanceReader,
  type InstanceReaderOptions,
} from "./reader/instance-reader.ts";
export type * from "./validation.ts";
