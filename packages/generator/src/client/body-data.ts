import type { Description, MediaType } from "@truespec/openapi";
import { follow } from "../follow.ts";
import { type BodyKind, bodyKind, findNestedType } from "../media-type.ts";
import { findStream, type StreamKind } from "../stream.ts";
import { asObject, findAt, parsePointer } from "../types/prepare/pointer.ts";
import { type Code, object, runtime } from "./code.ts";
import { orderBodies } from "./input.ts";
import { type Composite, partsData } from "./part-data.ts";
import type { NamedOperation } from "./source.ts";

/** The request body of an operation as the runtime reads it: what writes it, by media type. */
export function bodyData(
  description: Description,
  named: NamedOperation,
  write: "writeBody" | "writeDatedBody",
): Code | undefined {
  const { document } = description;
  const content = orderBodies(named).map((media) => {
    const { mediaType, encodings } = media;
    const composite = { document, mediaType, encodings, schema: findSchema(document, media) };
    const stream = findStream(description, media);
    const writer = stream === undefined ? writerOf(composite) : streamWriters[stream.kind];
    return [mediaType, contentData(composite, writer)] as const;
  });
  return content.length === 0
    ? undefined
    : object([
        ["write", runtime(write)],
        ["content", object(content)],
      ]);
}

const streamWriters: Readonly<Record<StreamKind, string>> = {
  events: "eventsBody",
  "json-events": "jsonEventsBody",
  "event-data": "eventDataBody",
  lines: "linesBody",
};

/** What describes the parts of a body: those that a stream of them describes one by one are its items. */
function findSchema(
  document: Description["document"],
  { schemaPointer, itemSchemaPointer }: MediaType,
): Composite["schema"] {
  const [pointer, isItem] = [schemaPointer ?? itemSchemaPointer, schemaPointer === undefined];
  const node = asObject(
    pointer === undefined ? undefined : findAt(document, parsePointer(pointer)),
  );
  const schema = follow(document, node);
  return isItem && schema !== undefined ? { items: schema } : schema;
}

/** The function that writes a media type; with it how parts are written that are not as by default. */
function contentData(composite: Composite, writer: string): Code {
  const kind = bodyKind(composite.mediaType);
  const write = runtime(writer);
  if (kind === "json" || kind === "text" || kind === "binary") {
    return write;
  }
  const parts = partsData(composite, kind, nestedData);
  return parts.length === 0
    ? write
    : object([
        ["write", write],
        ["parts", object(parts)],
      ]);
}

/** What writes a part that has parts itself; the platform's own form cannot be one. */
function nestedData(composite: Composite): Code {
  const writer = writerOf(composite);
  return contentData(composite, writer === "multipartBody" ? "multipartWithHeaders" : writer);
}

function writerOf({ mediaType, encodings }: Composite): string {
  const kind: BodyKind = bodyKind(mediaType);
  const isRange = mediaType.includes("*");
  if (kind === "json" && isRange) {
    return "anyBody";
  }
  // Parts that have a place may be given in an array, also those of a form.
  if (kind === "multipart" && (isRange || encodings.some(({ part }) => part.kind !== "named"))) {
    return "anyMultipart";
  }
  const hasHeaders = encodings.some(
    ({ headers, contentType }) => headers.length > 0 || findNestedType(contentType) !== undefined,
  );
  return kind === "multipart" && hasHeaders ? "multipartWithHeaders" : `${kind}Body`;
}
