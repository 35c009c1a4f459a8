/**
 * An interpreter that records what it does.
 */
import type { SchemaDocument } from "../document/document.ts";
import type { SchemaNode } from "../document/node.ts";
import { memberNames } from "../instance.ts";
import type { Conventions } from "../interpreter/conventions.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { remember } from "../interpreter/memory.ts";
import { guard, openInterpreter } from "../interpreter/open-interpreter.ts";
import { openSites } from "../interpreter/open-sites.ts";
import type { Annotate, Evaluate, Evaluation } from "../interpreter/plan.ts";
import { formatPath } from "../interpreter/report.ts";
import type { AppliedSchema, KeywordTrace, SchemaTrace } from "../interpreter/trace.ts";
import { isJsonObject } from "../json.ts";
import { keywordNames } from "../keywords/catalogue.ts";
import type { ValidationError } from "../validation.ts";
import { groupTraces } from "./group-traces.ts";

/** A keyword of a node, prepared. */
interface Step {
  readonly keyword: string;
  readonly evaluate: Evaluate | undefined;
  readonly annotate: Annotate | undefined;
}

interface Tracing {
  readonly interpreter: Interpreter;
  readonly steps: WeakMap<SchemaNode, readonly Step[]>;
}

/** Evaluates a node at the root of an instance. May throw `TooDeep`. */
export type TraceSchema = (node: SchemaNode, instance: unknown, at: Evaluation) => SchemaTrace;

/**
 * Opens a tracer. A schema is evaluated once for a place, so the record of a recursive union does
 * not double with every level.
 */
export function openTracer(document: SchemaDocument, conventions: Conventions): TraceSchema {
  const plain = openInterpreter(document, conventions);
  const traces = new WeakMap<Evaluation["memory"], Map<SchemaNode, Map<string, SchemaTrace>>>();
  const trace: TraceSchema = (node, instance, at) => {
    const known = traces.get(at.memory) ?? new Map<SchemaNode, Map<string, SchemaTrace>>();
    traces.set(at.memory, known);
    const find = () => traceSchema(tracing, node, instance, at);
    return remember(known, node, { key: formatPath(at.path), find });
  };
  const apply = (isAsserted: boolean): Interpreter["evaluate"] => {
    return (node, instance, at) => {
      if (at.trace === undefined) return plain.meets(node, instance, at);
      const schema = trace(node, instance, at);
      at.trace.applied.push({ location: at.trace.locate(node), isAsserted, schema });
      return schema.isValid;
    };
  };
  const tracing: Tracing = {
    // The record names every branch, so none is looked for as the nearest.
    interpreter: { ...plain, evaluate: apply(true), meets: apply(false), attempt: () => [] },
    steps: new WeakMap(),
  };
  return trace;
}

function traceSchema(
  tracing: Tracing,
  node: SchemaNode,
  instance: unknown,
  at: Evaluation,
): SchemaTrace {
  const instanceLocation = formatPath(at.path);
  const place = { node, instanceLocation };
  if (node.schema === false) {
    const errors = [
      { keyword: "false", keywordLocation: node.pointer, instanceLocation, params: {} },
    ];
    return { ...place, isValid: false, errors, keywords: [] };
  }
  const steps = tracing.steps.get(node) ?? openSteps(tracing.interpreter, node);
  tracing.steps.set(node, steps);
  const keywords = steps.flatMap((step) => traceKeyword(step, place.node, instance, at));
  const isValid = keywords.every((keyword) => keyword.isValid);
  return { ...place, isValid, errors: [], keywords };
}

function traceKeyword(
  step: Step,
  node: SchemaNode,
  instance: unknown,
  at: Evaluation,
): readonly KeywordTrace[] {
  const { keyword } = step;
  const isReference = keyword === "$ref" || keyword === "$dynamicRef";
  const applied: AppliedSchema[] = [];
  const errors: ValidationError[] = [];
  const locate = (inner: SchemaNode) =>
    isReference ? `/${keyword}` : inner.pointer.slice(node.pointer.length);
  const inside: Evaluation = { ...at, errors, trace: { applied, locate } };
  step.evaluate?.(instance, inside);
  const annotation = step.annotate?.(instance, { ...inside, trace: undefined });
  return groupTraces({ keyword, errors, annotation, applied });
}

function openSteps(interpreter: Interpreter, node: SchemaNode): readonly Step[] {
  const known = openSites(interpreter, node).map((site): Step => {
    const { keyword } = site;
    const evaluate = keyword.interpret?.(site);
    const annotate = keyword.annotate?.(site);
    return {
      keyword: keyword.name,
      evaluate: evaluate && guard(keyword.target, evaluate, true),
      annotate: annotate && guard(keyword.target, annotate, undefined),
    };
  });
  const { schema } = node;
  if (!isJsonObject(schema)) return known;
  const unknown = memberNames(schema).filter((name) => !keywordNames.has(name));
  return [
    ...known,
    ...unknown.map((keyword) => ({
      ...{ keyword, evaluate: undefined },
      annotate: () => schema[keyword],
    })),
  ];
}
