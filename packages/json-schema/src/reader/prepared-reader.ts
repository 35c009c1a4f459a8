/**
 * Reads many instances beside the same schemas: what {@link InstanceReader} answers, remembered by
 * schemas, so that a place costs a look-up.
 */
import type { SchemaDocument } from "../document/document.ts";
import type { SchemaNode } from "../document/node.ts";
import { readConventions } from "../interpreter/conventions.ts";
import { openInterpreter } from "../interpreter/open-interpreter.ts";
import type { JsonValue } from "../json.ts";
import { type Accepting, acceptance } from "./acceptance.ts";
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

interface Workshop extends Accepting {
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
  const prefix = plans.reduce((most, { reach }) => Math.max(most, reach.prefix.length), 0);
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
