import type { SchemaDocument } from "../document/document.ts";
import { JsonSchemaError } from "../error.ts";
import { type ConventionOptions, readConventions } from "../interpreter/conventions.ts";
import { isTooDeep } from "../interpreter/depth.ts";
import { depthError } from "../interpreter/open-interpreter.ts";
import { beginEvaluation } from "../interpreter/plan.ts";
import type { SchemaTrace } from "../interpreter/trace.ts";
import { openTracer } from "./open-tracer.ts";

/**
 * What a schema said of an instance, whole: the errors and annotations of every keyword. Read it
 * with `formatFlag`, `formatBasic`, `formatDetailed`, `collectAnnotations` and `listEvaluated`.
 */
export interface InstanceEvaluation {
  readonly isValid: boolean;
  readonly instance: unknown;
  readonly trace: SchemaTrace;
}

/**
 * Makes an evaluator of the schema at a JSON Pointer: it answers as `createValidator` does, and
 * keeps everything that JSON Schema's output formats and annotations tell. It visits every branch
 * of every union, so it is for reports, not for speed.
 *
 * An instance that leads through more than 512 references is invalid with keyword `depth`. Throws
 * `JsonSchemaError` with code `schema-not-found` where the pointer names no schema.
 *
 * ```ts
 * import { createEvaluator, formatBasic, openSchemas } from "@truespec/json-schema";
 *
 * const evaluate = createEvaluator(openSchemas({ type: "string", title: "Name" }), "");
 * formatBasic(evaluate(1)).errors; // [{ keywordLocation: "/type", error: "expected string, got integer", … }]
 * ```
 */
export function createEvaluator(
  document: SchemaDocument,
  pointer: string,
  options: ConventionOptions = {},
): (instance: unknown) => InstanceEvaluation {
  const node = document.find(pointer);
  if (node === undefined) {
    throw new JsonSchemaError("schema-not-found", `There is no schema at "${pointer}".`);
  }
  const traceSchema = openTracer(document, readConventions(options));
  return (instance) => {
    try {
      const trace = traceSchema(node, instance, beginEvaluation([]));
      return { isValid: trace.isValid, instance, trace };
    } catch (error) {
      if (!isTooDeep(error)) throw error;
      const place = { node, instanceLocation: "", keywords: [] };
      return {
        isValid: false,
        instance,
        trace: { ...place, isValid: false, errors: [depthError(node)] },
      };
    }
  };
}
