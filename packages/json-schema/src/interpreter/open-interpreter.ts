/**
 * Evaluates schema nodes; what it prepares of a node is kept in the document.
 */
import type { SchemaDocument } from "../document/document.ts";
import type { SchemaNode } from "../document/node.ts";
import { isEnabled } from "../document/vocabulary.ts";
import { hasMember, isArray, isNumber, isObject } from "../instance.ts";
import type { JsonObject } from "../json.ts";
import { catalogue } from "../keywords/catalogue.ts";
import type { Keyword, Site, Target } from "../keywords/keyword.ts";
import type { ValidationError } from "../validation.ts";
import { isTooDeep } from "./depth.ts";
import type { FormatMode, Interpreter } from "./interpreter.ts";
import { freeReferences, remember } from "./memory.ts";
import { beginEvaluation, type Evaluate, type Plan } from "./plan.ts";
import { readReach } from "./reach.ts";
import { formatPath, reportError } from "./report.ts";
import { runAll } from "./run.ts";
import { openSite } from "./site.ts";

/** Opens the interpreter of a document. */
export function openInterpreter(document: SchemaDocument, formats: FormatMode): Interpreter {
  const plans = document.plans[formats];
  const interpreter: Interpreter = {
    document,
    formats,
    evaluate(node, instance, at) {
      if (node.schema === true) return true;
      if (node.schema === false) return reportError(at, "false", node.pointer, {});
      return runAll(interpreter.planOf(node).steps, instance, at);
    },
    meets(node, instance, at) {
      const find = () => interpreter.evaluate(node, instance, { ...at, errors: undefined });
      const isShallow = at.references <= freeReferences;
      if (isShallow || typeof instance !== "object" || instance === null) return find();
      return remember(at.memory.answers, node, { key: instance, find });
    },
    attempt(node, instance, at) {
      const find = () => {
        const errors: ValidationError[] = [];
        interpreter.evaluate(node, instance, { ...at, errors });
        return errors;
      };
      return remember(at.memory.errors, node, { key: formatPath(at.path), find });
    },
    planOf(node) {
      const plan = plans.get(node) ?? prepare(interpreter, node);
      plans.set(node, plan);
      return plan;
    },
    holds: (node, instance) => answer(interpreter, node, instance),
    collectErrors(node, instance) {
      const errors: ValidationError[] = [];
      try {
        interpreter.evaluate(node, instance, beginEvaluation(errors));
        return errors;
      } catch (error) {
        if (!isTooDeep(error)) throw error;
        return [depthError(node)];
      }
    },
  };
  return interpreter;
}

function answer(interpreter: Interpreter, node: SchemaNode, instance: unknown): boolean {
  try {
    return interpreter.evaluate(node, instance, beginEvaluation(undefined));
  } catch (error) {
    if (!isTooDeep(error)) throw error;
    return false;
  }
}

function depthError(node: SchemaNode): ValidationError {
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
  const inPlace: Plan["inPlace"][number][] = [];
  for (const [keyword, site] of openSites(interpreter, node)) {
    const step = keyword.interpret?.(site);
    const inspection = keyword.inspect?.(site);
    const applied = keyword.applyInPlace?.(site);
    if (step !== undefined) steps.push(guard(keyword.target, step));
    if (inspection !== undefined) inspections.push(guard(keyword.target, inspection));
    if (applied !== undefined) inPlace.push(applied);
  }
  return { steps, inspections, inPlace, reach: readReach(interpreter, node) };
}

/** The keywords of a node that are well-formed, in the catalogue's order. */
export function openSites(
  interpreter: Interpreter,
  node: SchemaNode,
): readonly (readonly [Keyword, Site])[] {
  if (!isObject(node.schema)) return [];
  const schema: JsonObject = node.schema;
  const sites: (readonly [Keyword, Site])[] = [];
  for (const keyword of catalogue) {
    if (!hasMember(schema, keyword.name)) continue;
    if (!isEnabled(interpreter.document, node, keyword.vocabulary)) continue;
    const site = openSite(interpreter, node, keyword);
    if (site !== undefined) sites.push([keyword, site]);
  }
  return sites;
}

function guard(target: Target, check: Evaluate): Evaluate {
  const applies = targets[target];
  return applies === undefined
    ? check
    : (instance, at) => !applies(instance) || check(instance, at);
}

const targets: Readonly<Record<Target, ((instance: unknown) => boolean) | undefined>> = {
  any: undefined,
  string: (instance) => typeof instance === "string",
  number: isNumber,
  array: isArray,
  object: isObject,
};
