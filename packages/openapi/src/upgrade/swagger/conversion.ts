import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonObjectDraft,
  type JsonValue,
  setMember,
} from "@truespec/json-schema/json";
import type { Report } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { arrayMember } from "../../json/json-value.ts";
import { type Composition, reportInto } from "../../trace/composition.ts";
import { carryOrigins, findWritten, recordHome } from "../../trace/trace.ts";

/** A member of a converted object; one whose value is undefined is left out. */
export type Entry = readonly [key: string, value: JsonValue | undefined];

/** What all parts of a conversion from Swagger 2.0 share. Pointers are those of the Swagger document. */
export interface Conversion {
  readonly document: JsonObject;
  /** The media types that the whole description states. */
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
  readonly report: Report;
  /** Makes an object of another one's members, remembered as written where that one stands. */
  readonly make: (from: JsonObject, pointer: string, entries: readonly Entry[]) => JsonObject;
  /** A copy of what stands at a pointer, to be put somewhere else. */
  readonly move: (value: JsonValue, pointer: string) => JsonValue;
  /** Where schemas and components stand in the new document, by their old pointer. */
  readonly moves: Map<string, string>;
}

/** Begins a conversion. */
export function beginConversion(composition: Composition, diagnostics: Diagnostic[]): Conversion {
  const { document, root, trace } = composition;
  const settle = <T extends object>(from: object, copy: T, pointer: string): T => {
    carryOrigins(trace, from, copy);
    if (!trace.homes.has(copy)) {
      recordHome(trace, copy, findWritten(document, root, trace, pointer));
    }
    return copy;
  };
  return {
    document,
    consumes: listStrings(document, "consumes"),
    produces: listStrings(document, "produces"),
    report: reportOnce(reportInto(diagnostics, composition)),
    make: (from, pointer, entries) => settle(from, fromEntries(entries), pointer),
    move: (value, pointer) => {
      if (isJsonArray(value)) return settle(value, [...value], pointer);
      return isJsonObject(value) ? settle(value, { ...value }, pointer) : value;
    },
    moves: new Map(),
  };
}

/** What is shared is converted for each place that it is put into, and its faults are said once. */
function reportOnce(report: Report): Report {
  const said = new Set<string>();
  return (code, params, pointer) => {
    const key = `${code} ${pointer}`;
    if (!said.has(key)) report(code, params, pointer);
    said.add(key);
  };
}

/** The strings of a list that an object holds. */
export function listStrings(holder: JsonValue | undefined, key: string): string[] {
  return arrayMember(holder, key).filter((item) => typeof item === "string");
}

/** An object of entries, those without a value left out. */
export function fromEntries(entries: readonly Entry[]): JsonObject {
  const object: JsonObjectDraft = {};
  for (const [key, value] of entries) if (value !== undefined) setMember(object, key, value);
  return object;
}
