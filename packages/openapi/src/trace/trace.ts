import type { JsonValue } from "@truespec/json-schema";
import { appendKey, findChild, splitPointer } from "@truespec/json-schema/json-pointer";
import type { SourceLocation } from "../diagnostics/diagnostic.ts";
import type { SourceDocument } from "../parse/source-document.ts";
/** Where a member of a composed container was written, when not at the same key of its own file. */
export type Origin =
  | { readonly kind: "elsewhere"; readonly document: SourceDocument; readonly pointer: string }
  /** At another key of the same container's place. */
  | { readonly kind: "renamed"; readonly keys: readonly string[] };

/** The origins of a container's members, the latest first: a list, for most containers have one. */
interface Origins {
  readonly key: string;
  readonly origin: Origin;
  readonly earlier: Origins | undefined;
}

/**
 * What the stages remember of where things came from. Everything else is found by walking from the
 * root.
 */
export interface Trace {
  /** For a container, the members that are not written where the container is. */
  readonly origins: WeakMap<object, Origins>;
  /** For a container that was moved as a whole, where it was written. */
  readonly homes: WeakMap<object, WrittenPlace>;
}

/** An empty trace. */
export function createTrace(): Trace {
  return { origins: new WeakMap(), homes: new WeakMap() };
}

/** Remembers where a container was written. It must be one that nothing else holds. */
export function recordHome(trace: Trace, container: object, home: WrittenPlace): void {
  trace.homes.set(container, home);
}

/** Remembers where one member of a container came from. */
export function recordOrigin(trace: Trace, container: object, key: string, origin: Origin): void {
  trace.origins.set(container, { key, origin, earlier: trace.origins.get(container) });
}

/** Changes what is remembered of a container's members. */
export function editOrigins(
  trace: Trace,
  container: object,
  edit: (origins: Map<string, Origin>) => void,
): void {
  const origins = new Map<string, Origin>();
  for (let at = trace.origins.get(container); at !== undefined; at = at.earlier) {
    if (!origins.has(at.key)) origins.set(at.key, at.origin);
  }
  edit(origins);
  trace.origins.delete(container);
  for (const [key, origin] of origins) recordOrigin(trace, container, key, origin);
}

/** Lets a container that replaces another keep what is known of it and its members. */
export function carryOrigins(trace: Trace, from: object, to: object): void {
  if (from === to) return;
  const known = trace.origins.get(from);
  if (known !== undefined) trace.origins.set(to, known);
  const home = trace.homes.get(from);
  if (home !== undefined) trace.homes.set(to, home);
}

/** A place in a file that was read. */
export interface WrittenPlace {
  readonly document: SourceDocument;
  readonly pointer: string;
}

/** Where a pointer of a composed document was written; its nearest written ancestor for the rest. */
export function findWritten(
  composed: JsonValue,
  root: SourceDocument,
  trace: Trace,
  pointer: string,
): WrittenPlace {
  let written: WrittenPlace = { document: root, pointer: "" };
  let node: JsonValue | undefined = composed;
  for (const key of splitPointer(pointer)) {
    const origin = isContainer(node) ? findOrigin(trace, node, key) : undefined;
    node = findChild(node, key);
    const home = isContainer(node) ? trace.homes.get(node) : undefined;
    written = home ?? followOrigin(written, key, origin);
  }
  return written;
}

function findOrigin(trace: Trace, container: object, key: string): Origin | undefined {
  let at = trace.origins.get(container);
  while (at !== undefined && at.key !== key) at = at.earlier;
  return at?.origin;
}

/** The location of a pointer of a composed document. */
export function locateWritten({ document, pointer }: WrittenPlace): SourceLocation {
  return document.locate(pointer);
}

function followOrigin(at: WrittenPlace, key: string, origin: Origin | undefined): WrittenPlace {
  if (origin === undefined) return { ...at, pointer: appendKey(at.pointer, key) };
  if (origin.kind === "renamed") {
    return { ...at, pointer: appendKey(at.pointer, ...origin.keys) };
  }
  return { document: origin.document, pointer: origin.pointer };
}

function isContainer(value: JsonValue | undefined): value is JsonValue & object {
  return typeof value === "object" && value !== null;
}
