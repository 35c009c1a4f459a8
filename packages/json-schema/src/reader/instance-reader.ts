/**
 * Reads an instance beside its schemas, one place at a time: what describes this place, what is
 * wrong at it, and what describes the places below.
 */
import type { SchemaDocument } from "../document/document.ts";
import type { SchemaNode } from "../document/node.ts";
import { memberNames } from "../instance.ts";
import { type ConventionOptions, readConventions } from "../interpreter/conventions.ts";
import { coversItem, coversProperty } from "../interpreter/cover.ts";
import { isTooDeep } from "../interpreter/depth.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { depthError, openInterpreter } from "../interpreter/open-interpreter.ts";
import { beginEvaluation } from "../interpreter/plan.ts";
import { runAll } from "../interpreter/run.ts";
import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";
import { formatPointer } from "../json-pointer.ts";
import type { ValidationError } from "../validation.ts";
import { findOfItem, findOfProperty } from "./below.ts";
import { unfold, unfoldConditions } from "./unfold.ts";

/**
 * Reads an instance beside its schemas. Nodes compare by identity, and every answer names each
 * node once.
 */
export interface InstanceReader {
  /** The schema at a JSON Pointer, to start from; empty where there is none. */
  start(pointer: string): readonly SchemaNode[];
  /**
   * The schemas that apply in place: `nodes` and what they reach by `$ref`, `$dynamicRef`, `allOf`,
   * `if`/`then`/`else`, `dependentSchemas` of properties that are there, and of `anyOf`/`oneOf` the
   * branches that the instance meets or, where it meets none, the nearest one: by its errors, and by
   * the members that it does not know. Where those that it meets know fewer of its members than another
   * that it meets but for little, that one counts too. Reached counts,
   * whether or not assertions beside it hold.
   */
  applicable(nodes: readonly SchemaNode[], instance: JsonValue): readonly SchemaNode[];
  /**
   * The schemas that reach a property by `properties`, `patternProperties`, an explicit
   * `additionalProperties` or, where none of these does, `unevaluatedProperties`. `true` reaches,
   * `false` does not. Empty: nothing documents the property. `nodes` is an answer of `applicable`.
   */
  property(nodes: readonly SchemaNode[], name: string): readonly SchemaNode[];
  /** The same for an item, by `prefixItems`, `items` or, where none does, `unevaluatedItems`. */
  item(nodes: readonly SchemaNode[], index: number): readonly SchemaNode[];
  /**
   * Does any applicator reach this property (a name) or item (an index)? That is where `property` or
   * `item` finds a schema, and where the condition of an `if` names it that the instance does not
   * meet, or an item meets `contains`: what these assert need not hold, so their schemas are no
   * answer of `property` and `item`.
   */
  reaches(nodes: readonly SchemaNode[], instance: JsonValue, step: string | number): boolean;
  /**
   * The errors of these nodes at this place, not below it. Their instance locations are relative
   * to the place: `""`, or `"/name"` for a property or item that is forbidden.
   */
  errors(nodes: readonly SchemaNode[], instance: JsonValue): readonly ValidationError[];
}

/** What the reader's errors go by. */
export type InstanceReaderOptions = ConventionOptions;

/**
 * Makes a reader over a document's schemas.
 *
 * @example
 * const reader = createInstanceReader(document);
 * const nodes = reader.applicable(reader.start("/components/schemas/Model"), model);
 * const isDocumented = reader.property(nodes, "pricing").length > 0;
 */
export function createInstanceReader(
  document: SchemaDocument,
  options: InstanceReaderOptions = {},
): InstanceReader {
  const interpreter = openInterpreter(document, readConventions(options));
  const reachesOf = (nodes: readonly SchemaNode[]) =>
    nodes.map((node) => interpreter.planOf(node).reach);
  const below = (nodes: readonly SchemaNode[], step: string | number) =>
    typeof step === "string"
      ? findOfProperty(reachesOf(nodes), step)
      : findOfItem(reachesOf(nodes), step);
  return {
    start(pointer) {
      const node = document.find(pointer);
      return node === undefined ? [] : [node];
    },
    applicable: (nodes, instance) => unfold(interpreter, nodes, instance),
    property: below,
    item: below,
    reaches(nodes, instance, step) {
      if (below(nodes, step).length > 0) return true;
      if (containsItem(interpreter, nodes, instance, step)) return true;
      return below(unfoldConditions(interpreter, nodes, instance), step).length > 0;
    },
    errors: (nodes, instance) =>
      nodes.flatMap((node) => inspectOrStop(interpreter, node, instance)),
  };
}

/** Does an item meet the `contains` of one of the nodes? */
function containsItem(
  interpreter: Interpreter,
  nodes: readonly SchemaNode[],
  instance: JsonValue,
  step: string | number,
): boolean {
  if (typeof step === "string" || !isJsonArray(instance)) return false;
  return nodes.some((node) => {
    const { contains } = interpreter.planOf(node).reach;
    return contains !== undefined && interpreter.holds(contains, instance[step]);
  });
}

/** The errors of a node at the place; one with keyword `depth` where to find them goes too deep. */
function inspectOrStop(
  interpreter: Interpreter,
  node: SchemaNode,
  instance: JsonValue,
): readonly ValidationError[] {
  try {
    return inspect(interpreter, node, instance);
  } catch (error) {
    if (!isTooDeep(error)) throw error;
    return [depthError(node)];
  }
}

function inspect(
  interpreter: Interpreter,
  node: SchemaNode,
  instance: JsonValue,
): readonly ValidationError[] {
  if (node.schema === false) return interpreter.collectErrors(node, instance);
  const errors: ValidationError[] = [];
  runAll(interpreter.planOf(node).inspections, instance, beginEvaluation(errors));
  return [...errors, ...inspectUnevaluated(interpreter, node, instance)];
}

/** What `unevaluated…: false` forbids, by the schemas that count as applying in a reading. */
function inspectUnevaluated(
  interpreter: Interpreter,
  node: SchemaNode,
  instance: JsonValue,
): readonly ValidationError[] {
  const { unevaluated, unevaluatedItems } = interpreter.planOf(node).reach;
  if (unevaluated?.schema !== false && unevaluatedItems?.schema !== false) return [];
  const reaches = unfold(interpreter, [node], instance)
    .map((reached) => interpreter.planOf(reached).reach)
    .map((reach, index) =>
      index > 0 ? reach : { ...reach, unevaluated: undefined, unevaluatedItems: undefined },
    );
  if (isJsonObject(instance) && unevaluated?.schema === false) {
    const keywordLocation = unevaluated.pointer;
    return memberNames(instance)
      .filter((name) => !coversProperty(reaches, name))
      .map((property) => ({
        ...{ keyword: "unevaluatedProperties", keywordLocation, instanceLocation: "" },
        params: { property },
      }));
  }
  if (!isJsonArray(instance) || unevaluatedItems?.schema !== false) return [];
  return instance.flatMap((item, index) =>
    coversItem(reaches, index, (other) => interpreter.holds(other, item))
      ? []
      : [falseError(unevaluatedItems.pointer, formatPointer([index]))],
  );
}

function falseError(keywordLocation: string, instanceLocation: string): ValidationError {
  return { keyword: "false", keywordLocation, instanceLocation, params: {} };
}
