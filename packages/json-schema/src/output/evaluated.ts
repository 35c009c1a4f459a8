import { isJsonArray, type JsonValue } from "../json.ts";
import { escapeToken, parsePointer } from "../json-pointer.ts";
import { type Annotation, collectAnnotations } from "./annotations.ts";
import type { InstanceEvaluation } from "./evaluator.ts";

const ofProperties: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "additionalProperties", "unevaluatedProperties"],
]);
const ofItems: ReadonlySet<string> = new Set([
  ...["prefixItems", "items", "contains", "unevaluatedItems"],
]);

/**
 * The properties and items of an instance that were *evaluated*, Core section 11, as JSON Pointers:
 * what `unevaluatedProperties` and `unevaluatedItems` at the root of the schema would leave alone,
 * and the same for every place below. An invalid instance has none.
 *
 * Whether an applicator *reached* a place though an assertion beside it failed is another question:
 * `listReached` answers it.
 */
export function listEvaluated(evaluation: InstanceEvaluation): ReadonlySet<string> {
  const evaluated = new Set<string>();
  for (const annotation of collectAnnotations(evaluation)) {
    const { instanceLocation } = annotation;
    for (const token of readTokens(annotation, evaluation.instance)) {
      evaluated.add(`${instanceLocation}/${escapeToken(token)}`);
    }
  }
  return evaluated;
}

/** The names and indices that an applicator's annotation tells. */
function readTokens(
  { keyword, value, instanceLocation }: Annotation,
  instance: unknown,
): readonly string[] {
  if (ofProperties.has(keyword)) return isJsonArray(value) ? value.map(String) : [];
  if (!ofItems.has(keyword)) return [];
  if (isJsonArray(value)) return value.map(String);
  const place = findPlace(instance, instanceLocation);
  const count = typeof value === "number" ? value + 1 : isJsonArray(place) ? place.length : 0;
  return Array.from({ length: count }, (_, index) => String(index));
}

/** The value at a place that was visited. */
function findPlace(instance: unknown, location: string): unknown {
  let place = instance;
  for (const token of parsePointer(location)) {
    // The evaluation walked there, so there is an object or array at each step.
    place = (place as { readonly [name: string]: JsonValue })[token];
  }
  return place;
}
