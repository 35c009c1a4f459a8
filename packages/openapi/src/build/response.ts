import { findMember, type JsonObject } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { findString, objectMember } from "../json/json-value.ts";
import type { Header, RequestBody, Response } from "../model/model.ts";
import { buildContent, findSchemaPointer } from "./content.ts";
import { buildLinks } from "./link.ts";
import { type Resolved, resolveObject } from "./resolve.ts";

const statusKey = /^(?:[1-5]\d\d|[1-5][Xx]{2}|default)$/;

/** The responses of an operation, in document order; keys that name no status are left out. */
export function buildResponses(document: JsonObject, operation: Resolved): Response[] {
  const at = appendKey(operation.pointer, "responses");
  const responses = objectMember(operation.value, "responses");
  return Object.entries(responses).flatMap(([status, value]) => {
    const found = resolveObject(document, value, appendKey(at, status));
    if (found === undefined || !statusKey.test(status)) return [];
    return [
      {
        status,
        pointer: found.pointer,
        description: findString(found.value, "description"),
        headers: buildHeaders(document, found),
        content: buildContent(document, found.value, found.pointer),
        links: buildLinks(document, found),
      },
    ];
  });
}

/** The request body of an operation; undefined when it has none. */
export function buildRequestBody(
  document: JsonObject,
  operation: Resolved,
): RequestBody | undefined {
  const at = appendKey(operation.pointer, "requestBody");
  const found = resolveObject(document, findMember(operation.value, "requestBody"), at);
  if (found === undefined) return undefined;
  return {
    pointer: found.pointer,
    required: findMember(found.value, "required") === true,
    description: findString(found.value, "description"),
    content: buildContent(document, found.value, found.pointer),
  };
}

/**
 * The headers of a response; a `Content-Type` header is ignored.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#response-object
 */
function buildHeaders(document: JsonObject, response: Resolved): Header[] {
  const at = appendKey(response.pointer, "headers");
  const headers = objectMember(response.value, "headers");
  return Object.entries(headers).flatMap(([name, value]) => {
    const found = resolveObject(document, value, appendKey(at, name));
    if (found === undefined || name.toLowerCase() === "content-type") return [];
    const [content] = buildContent(document, found.value, found.pointer);
    const isFlag = (key: string): boolean => findMember(found.value, key) === true;
    return [
      {
        name,
        pointer: found.pointer,
        required: isFlag("required"),
        deprecated: isFlag("deprecated"),
        description: findString(found.value, "description"),
        explode: isFlag("explode"),
        mediaType: content?.mediaType,
        schemaPointer:
          findSchemaPointer(found.value, found.pointer, "schema") ?? content?.schemaPointer,
      },
    ];
  });
}
