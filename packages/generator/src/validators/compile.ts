import {
  type CompiledModule,
  type CompileOptions,
  compileModule,
  type JsonObject,
  openSchemas,
  type ValidatorTarget,
} from "@truespec/json-schema";

/** What validators are compiled from: plain data, so that it can go to another thread. */
export interface CompileRequest extends CompileOptions {
  readonly document: JsonObject;
  readonly targets: readonly ValidatorTarget[];
}

/** Compiles validators, here or elsewhere, as {@link compileValidators} does. */
export type CompileValidators = (request: CompileRequest) => Promise<CompiledModule>;

/** Compiles validators in this thread. */
export async function compileValidators(request: CompileRequest): Promise<CompiledModule> {
  const { document, targets, ...options } = request;
  return compileModule(openSchemas(document), targets, options);
}
