/**
 * Loads a compiled module.
 */
import type { JsonObject, Validation } from "@truespec/json-schema";

/** The validators of a module, by the name of their target. */
export interface ImportedModule {
  is(name: string, instance: unknown): boolean;
  validate(name: string, instance: unknown): Validation;
  /** The schema that the module tells of a target. */
  jsonSchema(name: string): JsonObject;
}

/** Loads a module's text as the engine loads any module. */
export async function importModule(code: string): Promise<ImportedModule> {
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ url);
  const call = (name: string, instance: unknown): unknown => {
    const validator = exported[name];
    if (typeof validator !== "function") throw new Error(`The module exports no ${name}.`);
    return validator(instance);
  };
  return {
    is: (name, instance) => call(`is${name}`, instance) === true,
    // The answer is compared with what its declaration promises by the tests that use it.
    validate: (name, instance) => call(`validate${name}`, instance) as Validation,
    jsonSchema: (name) => exported[`${name}JsonSchema`] as JsonObject,
  };
}
