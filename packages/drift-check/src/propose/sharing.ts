import type { JsonValue } from "@truespec/json-schema";
import { localPointer, resolvePointer } from "@truespec/json-schema/json-pointer";
import type { Description } from "@truespec/openapi";

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
      const to = name === "$ref" && typeof value === "string" ? localPointer(value) : undefined;
      if (to === undefined) open.push(value);
      else reached.add(component.exec(to)?.[0] ?? to);
    }
  }
}
