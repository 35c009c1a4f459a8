import type { JsonValue } from "@truespec/json-schema";

/** One change at a JSON Pointer (RFC 6901) of a document. */
export type DocumentEdit =
  /** Puts a value in the place of another, or adds a member to an object as its last. */
  | { readonly kind: "set"; readonly pointer: string; readonly value: JsonValue }
  /** Adds an item before the one that the pointer names, `-` being behind the last; or a member that is not there yet. */
  | { readonly kind: "insert"; readonly pointer: string; readonly value: JsonValue }
  /** Takes a member or an item away. */
  | { readonly kind: "remove"; readonly pointer: string };
