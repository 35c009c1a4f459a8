import type { JsonObject } from "@truespec/json-schema";
import type { Description, MediaType, Response } from "@truespec/openapi";
import { follow, resolveAt } from "./follow.ts";
import { essence } from "./media-type.ts";
import { asObject, items, members } from "./types/prepare/pointer.ts";

/**
 * How the items of a request or of a success come, one by one:
 *
 * - `events`: server-sent events, their data a text
 * - `json-events`: server-sent events, their data JSON
 * - `event-data`: server-sent events, of which the description states the data alone
 * - `lines`: JSON, a document a line
 */
export type StreamKind = "events" | "json-events" | "event-data" | "lines";

/** A media type that comes item by item. */
export interface Stream {
  readonly kind: StreamKind;
  /** What the type of the described schema stands for: an item, a list of them, or nothing that is known of them. */
  readonly schema: "item" | "list" | "none";
}

const lines =
  /^(application|text)\/(x-)?(ndjson|jsonl|jsonlines|json-lines|ldjson|json-seq)$|\+json-seq$/;

/** How a media type comes item by item; undefined where it comes as a whole. */
export function findStream(
  { document }: Pick<Description, "document">,
  media: MediaType,
): Stream | undefined {
  const name = essence(media.mediaType);
  const isEvents = name === "text/event-stream";
  if (!isEvents && !lines.test(name)) {
    return undefined;
  }
  const isItem = media.itemSchemaPointer !== undefined;
  const pointer = media.itemSchemaPointer ?? media.schemaPointer;
  const schema = pointer && resolveAt(document, pointer);
  const isUnknown = !schema || (schema["type"] === "string" && !isItem);
  if (!isEvents) {
    const isList = !isItem && schema && schema["type"] === "array";
    return { kind: "lines", schema: isUnknown ? "none" : isList ? "list" : "item" };
  }
  if (isUnknown) {
    return { kind: "events", schema: "none" };
  }
  return { kind: eventKind(document, schema), schema: "item" };
}

const eventFields = new Set(["data", "event", "id", "retry", "comment"]);

/** Whether a schema describes events as they are sent, or what their data holds. */
function eventKind(document: JsonObject, schema: JsonObject): StreamKind {
  const alternatives = [...items(schema["oneOf"]), ...items(schema["anyOf"])];
  const shapes = (alternatives.length > 0 ? alternatives : [schema]).map(
    (one) => follow(document, asObject(one)) ?? {},
  );
  const properties = shapes.map((shape) => members(shape["properties"]));
  const isEvent = properties.every(
    (fields) =>
      fields.some(([name]) => name === "data") && fields.every(([name]) => eventFields.has(name)),
  );
  if (!isEvent) {
    return "event-data";
  }
  const data = properties.flat().filter(([name]) => name === "data");
  const isText = data.every(
    ([, value]) => follow(document, asObject(value))?.["type"] === "string",
  );
  return isText ? "events" : "json-events";
}

/** Whether a response may be a success, whose items are read one by one; failures are read as a whole. */
export function isSuccess({ status }: Response): boolean {
  return status.startsWith("2");
}
