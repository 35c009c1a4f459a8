import type { JsonValue } from "@truespec/json-schema";
import { localPointer, resolvePointer } from "@truespec/json-schema/json-pointer";
import type { Description } from "@truespec/openapi";

const component = /^\/components\/[^/]+\/[^/]+/;

/** Labels of the operations that use the component in which a node stands; none where it stands in an operation. */
export type FindUsers = (pointer: string) => readonly string[];

/** Opens the question who uses what: all operations are walked once, when it is first asked. */
export function createFindUsers(description: Description): FindUsers {
  let index: ReadonlyMap<string, readonly string[]> | undefined;
  return (pointer) => {
    const wanted = component.exec(pointer)?.[0];
    if (wanted === undefined) return [];
    index ??= indexUsers(description);
    return index.get(wanted) ?? [];
  };
}

function indexUsers({ document, operations }: Description): ReadonlyMap<string, readonly string[]> {
  const references = new Map<string, ReadonlySet<string>>();
  const users = new Map<string, string[]>();
  for (const { pointer, label } of operations) {
    // It grows while it is walked, so this is the closure, in which cycles end.
    const reached = new Set([pointer]);
    for (const one of reached) {
      const direct = references.get(one) ?? listReferences(document, one);
      references.set(one, direct);
      for (const to of direct) reached.add(to);
    }
    for (const one of reached) {
      const known = users.get(one);
      if (known === undefined) users.set(one, [label]);
      else known.push(label);
    }
  }
  return users;
}

/** The components that a node refers to, and other places. */
function listReferences(document: JsonValue, pointer: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [resolvePointer(document, pointer)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== "object" || node === null) continue;
    for (const [name, value] of Object.entries<JsonValue>(node)) {
      const to = name === "$ref" && typeof value === "string" ? localPointer(value) : undefined;
      if (to === undefined) open.push(value);
      else found.add(component.exec(to)?.[0] ?? to);
    }
  }
  return found;
}
