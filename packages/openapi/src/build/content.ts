import {
  findMember,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { objectMember } from "../json/json-value.ts";
import type { MediaType } from "../model/model.ts";
import { buildEncodings } from "./encoding.ts";
import { resolveObject } from "./resolve.ts";

/** The media types of a `content` map, in document order. */
export function buildContent(
  document: JsonObject,
  holder: JsonObject,
  holderPointer: string,
): MediaType[] {
  const at = appendKey(holderPointer, "content");
  return Object.entries(objectMember(holder, "content")).flatMap(([mediaType, value]) => {
    const found = resolveObject(document, value, appendKey(at, mediaType));
    if (found === undefined) return [];
    const { pointer } = found;
    return [
      {
        mediaType,
        pointer,
        schemaPointer: findSchemaPointer(found.value, pointer, "schema"),
        itemSchemaPointer: findSchemaPointer(found.value, pointer, "itemSchema"),
        encodings: buildEncodings(found),
      },
    ];
  });
}

/** The pointer of a schema that an object holds; undefined when it holds none. */
export function findSchemaPointer(
  holder: JsonObject,
  pointer: string,
  keyword: string,
): string | undefined {
  return isSchema(findMember(holder, keyword)) ? appendKey(pointer, keyword) : undefined;
}

/** Whether a value can be a schema. */
export function isSchema(value: JsonValue | undefined): boolean {
  return typeof value === "boolean" || isJsonObject(value);
}
