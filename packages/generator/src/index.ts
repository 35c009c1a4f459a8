export type { TruespecEntry } from "./config.ts";
export { type Generation, generate } from "./generate.ts";
export type {
  Emit,
  GenerateDiagnostic,
  GeneratedFile,
  GenerateHooks,
  GenerateOptions,
  ValidatorsOptions,
} from "./options.ts";
export type { TypesOptions } from "./types/options.ts";
export {
  type CompileRequest,
  type CompileValidators,
  compileValidators,
} from "./validators/compile.ts";
export { findOutdated, planWrite, type WritePlan } from "./write/plan.ts";
export { type WriteResult, writeFiles } from "./write/write.ts";
