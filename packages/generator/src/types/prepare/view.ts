/**
 * From where a schema is seen: one schema describes what is sent and what comes back, and bytes are
 * a text in JSON and a `Blob` in a multipart body.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-20
 */
export interface View {
  /** In a request what is `readOnly` is left out, in a response what is `writeOnly` is. */
  readonly direction: "whole" | "request" | "response";
  readonly bytes: "text" | "Blob";
  /** What a component that the view changes is called by, after its own name. */
  readonly suffix: "" | "Request" | "Response" | "Parts" | "RequestParts" | "ResponseParts";
}

/** Everything that is written, as in JSON. */
export const wholeView: View = { direction: "whole", bytes: "text", suffix: "" };

/** The view of a body: of its direction, with bytes as `Blob` where a part of it may be bytes. */
export function viewBody(direction: View["direction"], bytes: View["bytes"]): View {
  const start = { whole: "", request: "Request", response: "Response" } as const;
  const suffix = start[direction];
  return { direction, bytes, suffix: bytes === "Blob" ? `${suffix}Parts` : suffix };
}
