/**
 * From where a schema is seen: one schema describes what is sent and what comes back, and bytes are
 * a text in JSON and a `Blob` where they are a part of a multipart body.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-20
 */
export interface View {
  /** In a request what is `readOnly` is left out, in a response what is `writeOnly` is. */
  readonly direction: "whole" | "request" | "response";
  readonly bytes: Bytes;
  /** What a component that the view changes is called by, after its own name. */
  readonly suffix: "" | "Request" | "Response" | "Parts" | "RequestParts" | "ResponseParts";
}

/**
 * What a schema describes, and so what bytes are in it: a text inside of JSON, or else a `Blob`. The
 * members of the `parts` of a multipart body are each a `member`, of which each item of an array is a
 * part; an item of such an array, or of parts in order, is one whole `part`.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#encoding-usage-and-restrictions
 */
export type Bytes = "text" | "part" | "member" | "parts";

/** Everything that is written, as in JSON. */
export const wholeView: View = { direction: "whole", bytes: "text", suffix: "" };

/** The view of a body: of its direction, with bytes as `Blob` where a part of it may be bytes. */
export function viewBody(direction: View["direction"], bytes: Bytes): View {
  const start = { whole: "", request: "Request", response: "Response" } as const;
  const suffix = start[direction];
  return { direction, bytes, suffix: bytes === "text" ? suffix : `${suffix}Parts` };
}

/** What the values of an object, or of an array, are where that is seen so. */
export function seeWithin(bytes: Bytes, type: "object" | "array"): Bytes {
  if (type === "object") {
    return bytes === "parts" ? "member" : "text";
  }
  return bytes === "parts" || bytes === "member" ? "part" : "text";
}
