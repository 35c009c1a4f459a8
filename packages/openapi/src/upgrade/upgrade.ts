import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { localPointer, resolvePointer } from "@truespec/json-schema/json-pointer";
import { createNameCount } from "../check/name-count.ts";
import { countSiblings } from "../check/siblings.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { mapDocument, type VisitedDocument } from "../grammar/tree.ts";
import { findOutermostSchema } from "../grammar/type-at.ts";
import { type MapNode, mapParts } from "../grammar/walk.ts";
import { findString } from "../json/json-value.ts";
import { type Place, pointerOf, step } from "../pointer/place.ts";
import { createRingFinder } from "../pointer/rings.ts";
import { type Composition, reportInto } from "../trace/composition.ts";
import { withMember } from "./members.ts";
import type {
  CountedFault,
  Dialect,
  FaultyName,
  FaultyValue,
  RuleContext,
  SchemaRule,
} from "./rule.ts";
import { convertBinaryFormat } from "./rules/binary-format.ts";
import { countClosedParts } from "./rules/closed-part.ts";
import { mendDiscriminator } from "./rules/discriminator.ts";
import { countExcludedValues } from "./rules/enum-excluded.ts";
import { convertExample } from "./rules/example.ts";
import { convertExclusiveBounds } from "./rules/exclusive-bounds.ts";
import { countLaterKeywords } from "./rules/later-keyword.ts";
import { convertNullable } from "./rules/nullable.ts";
import { convertRecursiveRef } from "./rules/recursive-ref.ts";
import { dropDescribing, dropRefSiblings } from "./rules/ref-siblings.ts";
import { dropBooleanRequired } from "./rules/required.ts";
import { countUnknownRequired } from "./rules/required-unknown.ts";
import { dropRing } from "./rules/ring.ts";
import { convertTuple } from "./rules/tuple.ts";
import { mendType } from "./rules/type.ts";
import { countUnknownKeywords } from "./rules/unknown-keyword.ts";

/** How often a fault was met, and where first. */
interface Counted {
  count: number;
  readonly first: Place;
  readonly about: FaultyName | FaultyValue;
}

/** References that are followed one after the other; a ring has no end. */
const longestChain = 8;

/** In the order of their application. */
const rules: readonly SchemaRule[] = [
  countUnknownKeywords,
  dropRefSiblings,
  countLaterKeywords,
  dropRing,
  mendType,
  convertNullable,
  mendDiscriminator,
  convertRecursiveRef,
  countUnknownRequired,
  countExcludedValues,
  countClosedParts,
  convertExclusiveBounds,
  convertExample,
  convertBinaryFormat,
  convertTuple,
  dropBooleanRequired,
];

/**
 * Upgrades a composition to OpenAPI 3.1: afterwards each of its schemas is plain JSON Schema
 * 2020-12, whichever edition it was written for.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema-object
 */
export function upgradeComposition(
  { hidden, ...composition }: Composition & VisitedDocument,
  dialect: Dialect,
  diagnostics: Diagnostic[],
): Composition {
  const { trace } = composition;
  const report = reportInto(diagnostics, composition);
  const counts = new Map<CountedFault, Counted>();
  const siblings = countSiblings("schemas");
  const later = createNameCount();
  const isRing = createRingFinder(composition.document);
  // One context for all schemas: there may be a million
  let at: Place;
  const context: RuleContext = {
    dialect,
    trace,
    isRing,
    count: (fault, about = { name: "", near: [] }) => {
      const known = counts.get(fault);
      if (known === undefined) counts.set(fault, { count: 1, first: at, about });
      else known.count++;
    },
    report: (code, params, pointer) => report(code, params, `${pointerOf(at)}${pointer}`),
    countSibling: (name) => siblings.add(name, at),
    countLater: (name) => later.add(name, at),
    findKeyword: () => keywordOf(at),
    follow: (schema) => follow(composition.document, schema),
    findOutermost: () => findOutermostSchema(composition.document, at),
  };
  const map: MapNode = (value, type, place) => {
    const mapped = mapParts(value, type, place, { map, trace });
    if (!isJsonObject(mapped)) return mapped;
    if (type.kind !== "schema" || type.shape !== "one") {
      return dialect === "3.0" ? dropDescribing(mapped, type, trace) : mapped;
    }
    at = place;
    return applyRules(mapped, context);
  };
  const document = mapDocument({ document: composition.document, hidden }, map, trace);
  for (const [fault, { count, first, about }] of counts) {
    report(fault, { count, ...about }, pointerOf(first));
  }
  siblings.tell(report);
  later.tell((name, count, first) =>
    report("keyword-in-3-0", { name, count }, pointerOf(step(first, name))),
  );
  if (dialect === "3.1") return { ...composition, document };
  const version = { key: "openapi", value: "3.1.1" };
  return { ...composition, document: withMember(document, version, trace) };
}

function follow(document: JsonObject, schema: JsonValue): JsonValue {
  let at = schema;
  for (let count = 0; count < longestChain; count++) {
    const ref = findString(at, "$ref");
    const pointer = ref === undefined ? undefined : localPointer(ref);
    const target = pointer === undefined ? undefined : resolvePointer(document, pointer);
    if (target === undefined) break;
    at = target;
  }
  return at;
}

/** Items of a list stand under its key. */
function keywordOf(place: Place): string | undefined {
  return /^\d+$/.test(place?.key ?? "") ? place?.parent?.key : place?.key;
}

function applyRules(schema: JsonObject, context: RuleContext): JsonObject {
  let upgraded = schema;
  for (const rule of rules) upgraded = rule(upgraded, context);
  return upgraded;
}
