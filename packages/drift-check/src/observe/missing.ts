import { isJsonObject } from "@truespec/json-schema/json";
import type { BodyWalk } from "./body-walk.ts";
import type { Stand } from "./cell-book.ts";
import { recordAgain, recordSighting } from "./recorder.ts";
import { ownerOf, placeOf, type Violations } from "./violations.ts";

/**
 * Writes down each field that is required and missing.
 *
 * Which schemas ask for a field is decided by the stand, so the next time it is missing is only counted.
 */
export function recordMissing(
  walk: BodyWalk,
  { stand, errors }: Pick<Violations, "stand" | "errors">,
): void {
  for (const [name, asking] of groupByName(errors)) {
    const known = stand.missing.get(name);
    if (known !== undefined)
      recordAgain(walk.recorder, known, { path: walk.path, example: undefined });
    else if (!stand.missing.has(name)) recordFirstMissing(walk, { stand, errors: asking }, name);
  }
}

/** The errors of required fields, by the field that is missing: several schemas may ask for it. */
function groupByName(errors: Violations["errors"]): ReadonlyMap<string, Violations["errors"]> {
  const groups = new Map<string, Violations["errors"][number][]>();
  for (const error of errors) {
    if (error.keyword !== "required") continue;
    const name = String(error.params["missing"]);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [error]);
    else group.push(error);
  }
  return groups;
}

function recordFirstMissing(
  walk: BodyWalk,
  { stand, errors }: Pick<Violations, "stand" | "errors">,
  name: string,
): void {
  if (isOfOtherDirection(walk, stand, name)) {
    stand.missing.set(name, undefined);
    return;
  }
  const owners = errors.map(ownerOf);
  const sighting = { kind: "missing-required", member: name, schemaPointers: owners } as const;
  const known = recordSighting(walk.recorder, { ...placeOf(walk, stand), ...sighting });
  stand.missing.set(name, known);
}

/** What is `readOnly` is required of responses alone, what is `writeOnly` of requests (OpenAPI 3.0.4, 4.7.24.2). */
function isOfOtherDirection({ subject }: BodyWalk, stand: Stand, name: string): boolean {
  const keyword = subject.direction === "request" ? "readOnly" : "writeOnly";
  const nodes = stand.reading.property(name)?.read(null).nodes ?? [];
  return nodes.some(({ schema }) => isJsonObject(schema) && schema[keyword] === true);
}
