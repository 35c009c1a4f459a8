import type { JsonValue, SchemaNode } from "@truespec/json-schema";
import type { SentEvent } from "../read/events.ts";
import { type ParsedJson, parseJson } from "../read/json-text.ts";
import type { BodyReader } from "./body-walk.ts";

const eventFields = new Set(["data", "event", "id", "retry", "comment"]);

/**
 * An event as its schema speaks of it: as it is sent, with its data a text or JSON, or the data alone.
 * OpenAPI 3.2 means the first; what is written before it is told by the properties.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#special-considerations-for-server-sent-events
 */
export function readEventItem(
  reader: BodyReader,
  schemas: readonly SchemaNode[],
  event: SentEvent,
): ParsedJson {
  const sent: JsonValue = { ...event };
  const nodes = reader.applicable(schemas, sent);
  const described = reader.property(nodes, "data");
  const isSent =
    described.length > 0 && nodes.flatMap(listNames).every((name) => eventFields.has(name));
  if (isSent && isText(reader, described, event.data)) return { kind: "value", value: sent };
  const data = parseJson(event.data);
  return isSent && data.kind === "value"
    ? { kind: "value", value: { ...event, data: data.value } }
    : data;
}

function isText(reader: BodyReader, nodes: readonly SchemaNode[], text: string): boolean {
  const errors = reader.errors(reader.applicable(nodes, text), text);
  return errors.every(({ keyword }) => keyword !== "type");
}

function listNames({ schema }: SchemaNode): readonly string[] {
  const properties = typeof schema === "object" ? schema["properties"] : undefined;
  return Object.keys(properties ?? {});
}
