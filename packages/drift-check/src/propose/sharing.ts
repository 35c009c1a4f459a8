import { type JsonValue, resolvePointer } from "@truespec/json-schema";
import type { Description } from "@truespec/openapi";
import { decodeLoosely } from "../read/secrets.ts";

const component = /^\/components\/[^/]+\/[^/]+/;

/** Labels of the operations that use the component in which a node stands; none where it stands in an operation. */
export function findUsers(
  { document, operations }: Description,
  pointer: string,
): readonly string[] {
  const wanted = component.exec(pointer)?.[0];
  if (wanted === undefined) return [];
  return operations
    .filter((operation) => reachedFrom(document, operation.pointer).has(wanted))
    .map(({ label }) => label);
}

/** The components that a node reaches through references, each once, so that cycles end. */
function reachedFrom(document: JsonValue, start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  // A Set grows while it is walked, so this is the closure.
  for (const pointer of reached) {
    const node = resolvePointer(document, pointer);
    if (node !== undefined) addReferences(node, reached);
  }
  return reached;
}

function addReferences(root: JsonValue, reached: Set<string>): void {
  const open: JsonValue[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== "object" || node === null) continue;
    for (const [name, value] of Object.entries(node)) {
      if (name === "$ref" && typeof value === "string" && value.startsWith("#/")) {
        const pointer = decodeLoosely(value.slice(1));
        reached.add(component.exec(pointer)?.[0] ?? pointer);
      } else open.push(value);
    }
  }
}
