import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { Range } from "../profile/place.ts";
import type { Shape } from "../profile/shape.ts";
import type { Target } from "./target.ts";

/** One widening of the description. */
export type Change =
  /** A field that the schema shall know. */
  | { readonly kind: "property"; readonly name: string; readonly schema: JsonObject }
  /** What fields of any other name shall be. */
  | { readonly kind: "map"; readonly schema: JsonObject }
  /** Values that the schema's `enum` shall list. */
  | { readonly kind: "enum"; readonly values: readonly JsonValue[] }
  /** The `enum` becomes a list that is known to be open; without values none is kept. */
  | { readonly kind: "open-enum"; readonly values: readonly JsonValue[] | undefined }
  /** Types that the schema shall allow as well. */
  | { readonly kind: "types"; readonly types: readonly string[] }
  /** Keywords that shall no longer stand in the schema. */
  | { readonly kind: "drop"; readonly keywords: readonly string[] }
  /** A field that shall no longer be required. */
  | { readonly kind: "optional"; readonly name: string }
  /** Members of an object that is no schema: a status, a media type, a header. */
  | { readonly kind: "members"; readonly members: JsonObject };

/** A change at one place, and the finding that asks for it. */
export interface Edit {
  readonly fingerprint: string;
  readonly target: Target;
  /** The finding in a few words, with its evidence. */
  readonly evidence: string;
  readonly change: Change;
  readonly remembered: Remembered;
}

/** What a profile remembers of what an edit answers. */
export interface Remembered {
  /** Of the values that deviate; undefined where none were kept. */
  readonly shape: Shape | undefined;
  /** The least and the greatest of all numbers of the place. */
  readonly numbers: Range | undefined;
  /** Of the value, or of the object whose field it is. */
  readonly placeKey: string;
  /** Of the schemas that speak about it. */
  readonly schemaPointers: readonly string[];
  /** More was seen than is kept. */
  readonly isCut: boolean;
}

/** Why a finding is not answered. */
export interface Refused {
  readonly reason: string;
}

/** Says why a finding is not answered. */
export function refuse(reason: string): Refused {
  return { reason };
}

/** The changes that answer one finding, each at its place; or why there are none. */
export type Changes = readonly { readonly pointer: string; readonly change: Change }[] | Refused;

/** Tells a refusal from changes. */
export function isRefused(changes: Changes): changes is Refused {
  return "reason" in changes;
}
