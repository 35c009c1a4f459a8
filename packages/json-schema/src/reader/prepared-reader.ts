/**
 * Reads many instances beside the same schemas: what {@link InstanceReader} answers, remembered by
 * schemas, so that a place costs a look-up.
 */
import type { SchemaDocument } from "../document/document.ts";
import type { SchemaNode } from "../document/node.ts";
import { readConventions } from "../interpreter/conventions.ts";
import { isTooDeep } from "../interpreter/depth.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { openInterpreter } from "../interpreter/open-interpreter.ts";
import {
  beginEvaluation,
  type Check,
  type Evaluate,
  type Evaluation,
} from "../interpreter/plan.ts";
import { everyType, typeBit } from "../interpreter/type-mask.ts";
import type { JsonValue } from "../json.ts";
import { type Decision, decide, type Outcome, openDecision } from "./decision.ts";
import {
  createInstanceReader,
  type InstanceReader,
  type InstanceReaderOptions,
} from "./instance-reader.ts";

/** The schemas that lead to a place. One object for the same schemas: entries compare by identity. */
export interface Entry {
  readonly nodes: readonly SchemaNode[];
  /** What applies to the instance there. */
  read(instance: JsonValue): Reading;
}

/** The schemas that apply at a place. Remembered, so readings compare by identity, too. */
export interface Reading {
  /** As {@link InstanceReader.applicable} answers. */
  readonly nodes: readonly SchemaNode[];
  /** The names that `properties` names, which alone are worth remembering. */
  readonly names: ReadonlySet<string>;
  /** Does an `if` stand among the schemas, so that `reaches` may find what `property` does not? */
  readonly isConditional: boolean;
  /** Has {@link InstanceReader.errors} none for the instance? The instance is one that was read so. */
  accepts(instance: JsonValue): boolean;
  /** The schemas that reach a property; undefined where none does. */
  property(name: string): Entry | undefined;
  /** The schemas that reach an item; undefined where none does. */
  item(index: number): Entry | undefined;
}

/** Reads instances place by place, and remembers by schemas what does not depend on the instance. */
export interface PreparedReader {
  /** The schema at a JSON Pointer, to start from; undefined where there is none. */
  start(pointer: string): Entry | undefined;
}

/** So many sets of schemas are remembered; further ones are read anew each time. */
const mostRemembered = 20_000;

interface Workshop {
  readonly interpreter: Interpreter;
  readonly reader: InstanceReader;
  readonly ids: Map<SchemaNode, number>;
  readonly entries: Map<string, Entry>;
}

/**
 * Makes a prepared reader over a document's schemas. Its answers are those of `createInstanceReader`,
 * but for a union of which one branch alone may accept the instance's type: that branch is read
 * even where it has so many errors that another one would count as nearer.
 *
 * @example
 * const reading = createPreparedReader(document).start("/components/schemas/Model")?.read(model);
 * const isDocumented = reading?.property("pricing") !== undefined;
 */
export function createPreparedReader(
  document: SchemaDocument,
  options: InstanceReaderOptions = {},
): PreparedReader {
  const interpreter = openInterpreter(document, readConventions(options));
  const reader = createInstanceReader(document, options);
  const workshop = { interpreter, reader, ids: new Map(), entries: new Map() };
  return { start: (pointer) => findEntry(workshop, reader.start(pointer)) };
}

function findEntry(workshop: Workshop, nodes: readonly SchemaNode[]): Entry | undefined {
  if (nodes.length === 0) return undefined;
  const key = nodes.map((node) => idOf(workshop, node)).join();
  const entry = workshop.entries.get(key) ?? createEntry(workshop, nodes);
  if (workshop.entries.size < mostRemembered) workshop.entries.set(key, entry);
  return entry;
}

function idOf({ ids }: Workshop, node: SchemaNode): number {
  const id = ids.get(node) ?? ids.size;
  ids.set(node, id);
  return id;
}

function createEntry(workshop: Workshop, nodes: readonly SchemaNode[]): Entry {
  const { interpreter } = workshop;
  const readings = new WeakMap<Outcome, Reading>();
  // Most schemas ask nothing of an instance before they apply.
  let decision: Decision | undefined;
  let only: Reading | undefined;
  return {
    nodes,
    read(instance) {
      if (only !== undefined) return only;
      decision ??= openDecision(interpreter, nodes);
      const outcome = decide(interpreter, decision, instance);
      const reading = readings.get(outcome) ?? createReading(workshop, outcome);
      readings.set(outcome, reading);
      if (outcome === decision) only = reading;
      return reading;
    },
  };
}

function createReading(workshop: Workshop, { nodes, isOverlapping }: Outcome): Reading {
  const { interpreter, reader } = workshop;
  const plans = nodes.map((node) => interpreter.planOf(node));
  const hasPatterns = plans.some(({ reach }) => reach.patterns.length > 0);
  const prefix = Math.max(0, ...plans.map(({ reach }) => reach.prefix.length));
  const named = new Map<string, Entry | undefined>();
  const names = new Set(plans.flatMap(({ reach }) => [...reach.properties.keys()]));
  const find = (step: string | number) =>
    findEntry(
      workshop,
      typeof step === "string" ? reader.property(nodes, step) : reader.item(nodes, step),
    );
  const others = remember(() => find(unnamedAmong(names)));
  const items = remember(() => find(prefix));
  return {
    nodes,
    names,
    isConditional: plans.some(({ inPlace }) => inPlace.some(({ kind }) => kind === "if")),
    accepts: acceptance(workshop, nodes, isOverlapping),
    property(name) {
      if (!names.has(name)) return hasPatterns ? find(name) : others();
      if (!named.has(name)) named.set(name, find(name));
      return named.get(name);
    },
    item: (index) => (index < prefix ? find(index) : items()),
  };
}

/** A name that `properties` does not name. */
function unnamedAmong(names: ReadonlySet<string>): string {
  let name = "";
  while (names.has(name)) name += "_";
  return name;
}

function remember<T>(find: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: find() };
    return known.value;
  };
}

/** The question whether an instance has errors at the place itself, without a list of them. */
function acceptance(
  { interpreter, reader }: Workshop,
  nodes: readonly SchemaNode[],
  isOverlapping: boolean,
): (instance: JsonValue) => boolean {
  const plans = nodes.map((node) => interpreter.planOf(node));
  const isExact =
    nodes.some(({ schema }) => schema === false) ||
    plans.some(({ reach }) => isFalse(reach.unevaluated) || isFalse(reach.unevaluatedItems));
  const checks = plans
    .flatMap((plan) => plan.checks)
    .filter(({ keyword }) => keyword !== "oneOf" || isOverlapping);
  const types = plans.reduce((mask, plan) => mask & plan.types, everyType);
  const at = beginEvaluation(undefined);
  const byType: (readonly Evaluate[] | undefined)[] = [];
  return (instance) => {
    const bit = typeBit(instance);
    if ((types & bit) === 0) return false;
    if (isExact) return reader.errors(nodes, instance).length === 0;
    const asked = byType[bit] ?? checksOf(checks, bit);
    byType[bit] = asked;
    return asked.length === 0 || passes(asked, instance, at);
  };
}

function isFalse(node: SchemaNode | undefined): boolean {
  return node?.schema === false;
}

function checksOf(checks: readonly Check[], bit: number): readonly Evaluate[] {
  return checks.filter(({ types }) => (types & bit) !== 0).map(({ ask }) => ask);
}

function passes(checks: readonly Evaluate[], instance: JsonValue, at: Evaluation): boolean {
  try {
    for (const check of checks) if (!check(instance, at)) return false;
    return true;
  } catch (error) {
    if (!isTooDeep(error)) throw error;
    return false;
  } finally {
    // What was found out of one instance says nothing of the next.
    at.memory.answers = undefined;
  }
}
