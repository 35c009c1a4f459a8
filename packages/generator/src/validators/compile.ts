import type {
  CompiledModule,
  CompileOptions,
  JsonObject,
  ValidatorTarget,
} from "@truespec/json-schema";

/** What validators are compiled from: plain data, so that it can go to another thread. */
export interface CompileRequest extends CompileOptions {
  readonly document: JsonObject;
  readonly targets: readonly ValidatorTarget[];
}

/** Compiles validators, here or elsewhere, as {@link compileValidators} does. */
export type CompileValidators = (request: CompileRequest) => Promise<CompiledModule>;

/** Compiles validators in this thread; the compiler is loaded when it is first needed. */
export async function compileValidators(request: CompileRequest): Promise<CompiledModule> {
  const { compileModule, openSchemas } = await import("@truespec/json-schema");
  const { document, targets, ...options } = request;
  return compileModule(openSchemas(document), targets, options);
}
