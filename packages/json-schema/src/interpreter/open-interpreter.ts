/**
 * Evaluates schema nodes; what it prepares of a node is kept in the document.
 */
import type { SchemaDocument } from "../document/document.ts";
import type { SchemaNode } from "../document/node.ts";
import { isNumber } from "../instance.ts";
import { isJsonArray, isJsonObject } from "../json.ts";
import type { Target } from "../keywords/keyword.ts";
import { acceptsTypes, readTypes, type } from "../keywords/type.ts";
import type { ValidationError } from "../validation.ts";
import type { Conventions } from "./conventions.ts";
import { listReaches } from "./cover.ts";
import { isTooDeep } from "./depth.ts";
import type { Interpreter } from "./interpreter.ts";
import { freeReferences, remember } from "./memory.ts";
import { openSites } from "./open-sites.ts";
import {
  beginEvaluation,
  type Check,
  type Evaluate,
  type Evaluation,
  type Plan,
  type Reach,
} from "./plan.ts";
import { quicken } from "./quick-check.ts";
import { readReach } from "./reach.ts";
import { formatPath, reportError } from "./report.ts";
import { runAll } from "./run.ts";
import { everyType, maskOf, targetMasks } from "./type-mask.ts";

/** Opens the interpreter of a document. */
export function openInterpreter(document: SchemaDocument, conventions: Conventions): Interpreter {
  const plans = document.plansOf(conventions);
  const reaches = new Map<SchemaNode, readonly Reach[]>();
  const interpreter: Interpreter = {
    document,
    ...conventions,
    evaluate(node, instance, at) {
      if (node.schema === true) return true;
      if (node.schema === false) return reportError(at, "false", node.pointer, {});
      return runAll(interpreter.planOf(node).steps, instance, at);
    },
    meets(node, instance, at) {
      const find = () => interpreter.evaluate(node, instance, { ...at, errors: undefined });
      const isShallow = at.references <= freeReferences;
      if (isShallow || typeof instance !== "object" || instance === null) return find();
      at.memory.answers ??= new Map();
      return remember(at.memory.answers, node, { key: instance, find });
    },
    attempt(node, instance, at) {
      const find = () => {
        const errors: ValidationError[] = [];
        interpreter.evaluate(node, instance, { ...at, errors });
        return errors;
      };
      at.memory.errors ??= new Map();
      return remember(at.memory.errors, node, { key: formatPath(at.path), find });
    },
    planOf(node) {
      const plan = plans.get(node) ?? prepare(interpreter, node);
      plans.set(node, plan);
      return plan;
    },
    reachesOf(node) {
      const known = reaches.get(node) ?? listReaches(interpreter, node);
      reaches.set(node, known);
      return known;
    },
    holds: (node, instance) => answer(interpreter, node, instance),
    collectErrors: (node, instance) => collect(interpreter, node, instance, []),
    findFirstError(node, instance) {
      const errors: ValidationError[] = [];
      errors.push = (error) => {
        throw new FirstError(error);
      };
      return collect(interpreter, node, instance, errors);
    },
  };
  return interpreter;
}

/** Thrown where the first error is enough, caught where the evaluation began. */
class FirstError extends Error {
  readonly first: ValidationError | undefined;
  constructor(first: ValidationError | undefined) {
    super();
    this.first = first;
  }
}

function collect(
  interpreter: Interpreter,
  node: SchemaNode,
  instance: unknown,
  errors: ValidationError[],
): readonly ValidationError[] {
  try {
    interpreter.evaluate(node, instance, beginEvaluation(errors));
    return errors;
  } catch (error) {
    if (error instanceof FirstError && error.first !== undefined) return [error.first];
    if (!isTooDeep(error)) throw error;
    return [depthError(node)];
  }
}

function answer(interpreter: Interpreter, node: SchemaNode, instance: unknown): boolean {
  try {
    return interpreter.evaluate(node, instance, beginEvaluation(undefined));
  } catch (error) {
    if (!isTooDeep(error)) throw error;
    return false;
  }
}

/** The error of an evaluation that goes too deep. */
export function depthError(node: SchemaNode): ValidationError {
  return {
    keyword: "depth",
    keywordLocation: node.pointer,
    instanceLocation: "",
    params: {},
  };
}

function prepare(interpreter: Interpreter, node: SchemaNode): Plan {
  const steps: Evaluate[] = [];
  const inspections: Evaluate[] = [];
  const checks: Check[] = [];
  const inPlace: Plan["inPlace"][number][] = [];
  let types = everyType;
  for (const site of openSites(interpreter, node)) {
    const { keyword } = site;
    const step = keyword.interpret?.(site);
    const inspection = keyword.inspect?.(site);
    const applied = keyword.applyInPlace?.(site);
    if (step !== undefined) steps.push(guard(keyword.target, step, true));
    if (inspection !== undefined) {
      inspections.push(guard(keyword.target, inspection, true));
      if (keyword !== type) {
        const ask = quicken(site, inspection);
        checks.push({ types: targetMasks[keyword.target], keyword: keyword.name, ask });
      }
    }
    if (keyword === type && acceptsTypes(site.value)) types = maskOf(readTypes(site.value));
    if (applied !== undefined) inPlace.push(applied);
  }
  return { steps, inspections, types, checks, inPlace, reach: readReach(interpreter, node) };
}

/** Asks a keyword only of instances that it looks at; of others the answer is `otherwise`. */
export function guard<Answer>(
  target: Target,
  ask: (instance: unknown, at: Evaluation) => Answer,
  otherwise: Answer,
): (instance: unknown, at: Evaluation) => Answer {
  const applies = targets[target];
  return applies === undefined
    ? ask
    : (instance, at) => (applies(instance) ? ask(instance, at) : otherwise);
}

const targets: Readonly<Record<Target, ((instance: unknown) => boolean) | undefined>> = {
  any: undefined,
  string: (instance) => typeof instance === "string",
  number: isNumber,
  array: isJsonArray,
  object: isJsonObject,
};
