import type { JsonValue } from "@truespec/json-schema";
import type { MediaType } from "@truespec/openapi";
import type { Subject } from "../profile/profile.ts";
import type { SentEvent } from "../read/events.ts";
import type { ExchangeResponse } from "../read/exchange.ts";
import { observeBody, observeItem } from "./body.ts";
import type { BodyWalk, Readers } from "./body-walk.ts";
import { readEventItem } from "./event-item.ts";
import { parseBody } from "./parse-body.ts";
import { readForm } from "./read-form.ts";
import { type Recorder, recordProblem } from "./recorder.ts";

/** A body, and the media type that describes it. */
export interface Content {
  readonly recorder: Recorder;
  readonly readers: Readers;
  readonly subject: Subject;
  readonly media: MediaType;
  readonly message: Pick<ExchangeResponse, "headers" | "body">;
}

/**
 * Writes down what a body shows, as a whole or item by item.
 *
 * @param called what messages call the body
 */
export function observeContent(content: Content, called: string): void {
  const { recorder, media, message } = content;
  const parsed = parseBody(message, media.mediaType);
  if (parsed.kind === "events") {
    observeEvents(content, parsed.events, called);
  } else if (parsed.kind === "items") {
    observeItems(content, parsed.values);
  } else if (parsed.kind === "parts") {
    observeParts(content, parsed.values);
  } else if (parsed.kind === "form") {
    observeWhole(content, readForm(content.readers.reader, media, parsed.form));
  } else if (parsed.kind === "json") {
    observeWhole(content, parsed.value);
  } else if (parsed.kind !== "opaque") {
    recordProblem(recorder, parsed.kind, `${called} is ${parsed.message}`);
  }
}

function observeWhole(content: Content, value: JsonValue): void {
  const { schemaPointer } = content.media;
  if (schemaPointer !== undefined) observeBody(startWalk(content, []), schemaPointer, value);
}

/** Before OpenAPI 3.2 people wrote the schema of an item, unless it is one of arrays. */
function observeItems(content: Content, values: readonly JsonValue[]): void {
  const { itemSchemaPointer, schemaPointer } = content.media;
  if (itemSchemaPointer === undefined && isOfType(content, schemaPointer, "array", values)) {
    observeWhole(content, values);
    return;
  }
  const pointer = itemSchemaPointer ?? schemaPointer;
  if (pointer === undefined) return;
  for (const [index, value] of values.entries()) {
    observeItem(startWalk(content, [index]), pointer, value);
  }
}

/** Parts without names are a list (OpenAPI 3.2); before, a schema named them all the same, by nothing that is sent. */
function observeParts(content: Content, values: readonly JsonValue[]): void {
  const { itemSchemaPointer, schemaPointer } = content.media;
  if (itemSchemaPointer !== undefined || isOfType(content, schemaPointer, "array", values)) {
    observeItems(content, values);
  }
}

/** A stream whose schema is a text tells nothing of its events; the word `[DONE]` is none, and ends it. */
function observeEvents(content: Content, events: readonly SentEvent[], called: string): void {
  const { recorder, readers, media } = content;
  const { itemSchemaPointer, schemaPointer } = media;
  const pointer = itemSchemaPointer ?? schemaPointer;
  if (pointer === undefined) return;
  if (itemSchemaPointer === undefined && isOfType(content, schemaPointer, "string", "")) return;
  const schemas = readers.reader.start(pointer);
  for (const [index, event] of events.entries()) {
    if (event.data === "[DONE]") return;
    const item = readEventItem(readers.reader, schemas, event);
    if (item.kind !== "value") {
      recordProblem(recorder, item.kind, `an event of ${called} holds ${item.message}`);
      return;
    }
    observeItem(startWalk(content, [index]), pointer, item.value);
  }
}

function startWalk({ readers, recorder, subject }: Content, path: BodyWalk["path"]): BodyWalk {
  return { ...readers, recorder, subject, path };
}

/** Whether the schema of the whole names a type that an instance is of. */
function isOfType(
  { readers: { reader } }: Content,
  pointer: string | undefined,
  type: string,
  instance: JsonValue,
): boolean {
  const nodes = pointer === undefined ? [] : reader.applicable(reader.start(pointer), instance);
  return nodes.some(
    ({ schema }) => typeof schema === "object" && [schema["type"]].flat().includes(type),
  );
}
