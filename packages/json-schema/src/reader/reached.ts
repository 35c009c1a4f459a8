import type { SchemaNode } from "../document/node.ts";
import { memberNames } from "../instance.ts";
import { maxReferences } from "../interpreter/depth.ts";
import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";
import { escapeToken } from "../json-pointer.ts";
import type { InstanceReader } from "./instance-reader.ts";

interface Visit {
  readonly nodes: readonly SchemaNode[];
  readonly instance: JsonValue;
  readonly location: string;
  readonly depth: number;
}

/**
 * The properties and items of an instance that the schema at a JSON Pointer *reached*, as JSON
 * Pointers: some applicator leads to them, whether or not assertions beside it hold. `listEvaluated`
 * answers which were *evaluated*, as the standard says.
 *
 * It looks 512 levels deep, and not below what is not reached.
 *
 * @example
 * listReached(createInstanceReader(document), "/components/schemas/Model", model).has("/pricing");
 */
export function listReached(
  reader: InstanceReader,
  pointer: string,
  instance: JsonValue,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const visits: Visit[] = [{ nodes: reader.start(pointer), instance, location: "", depth: 0 }];
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    if (visit.depth > maxReferences) continue;
    const nodes = reader.applicable(visit.nodes, visit.instance);
    for (const [step, value] of listSteps(visit.instance)) {
      if (!reader.reaches(nodes, visit.instance, step)) continue;
      const location = `${visit.location}/${escapeToken(String(step))}`;
      reached.add(location);
      const below =
        typeof step === "string" ? reader.property(nodes, step) : reader.item(nodes, step);
      visits.push({ nodes: below, instance: value, location, depth: visit.depth + 1 });
    }
  }
  return reached;
}

/** The members or items of an instance; a hole of an array is none. */
function listSteps(instance: JsonValue): readonly (readonly [string | number, JsonValue])[] {
  if (isJsonArray(instance))
    return [...instance.entries()].filter(([, item]) => item !== undefined);
  if (!isJsonObject(instance)) return [];
  return memberNames(instance).flatMap((name) => {
    const member = instance[name];
    return member === undefined ? [] : [[name, member] as const];
  });
}
