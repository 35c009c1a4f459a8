import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { bodyKind, isJson, isMultipart } from "../../media-type.ts";
import { pickAnnotations } from "./annotations.ts";
import { rememberNested } from "./nested-parts.ts";
import { hideSpecials } from "./placeholder.ts";
import { asObject, fromMembers, members, own } from "./pointer.ts";
import { findComponentRef, type Preparation, refTo, resolveNode } from "./preparation.ts";
import { prepareSchema } from "./schema.ts";
import { viewBody } from "./view.ts";

/** A Response Object; a reference to a component stays one. */
export function prepareResponse(preparation: Preparation, node: JsonValue): JsonObject {
  return referOr(preparation, "responses", node, (response) => ({
    ...pickAnnotations(response),
    headers: prepareHeaders(preparation, own(response, "headers")),
    content: prepareContent(preparation, own(response, "content")),
  }));
}

/** A Request Body Object; a reference to a component stays one. */
export function prepareBody(preparation: Preparation, node: JsonValue): JsonObject {
  return referOr(preparation, "requestBodies", node, (body) => ({
    ...pickAnnotations(body),
    required: own(body, "required") === true,
    content: prepareContent(preparation, own(body, "content")),
  }));
}

/** A Parameter Object; its schema may be that of its one media type. A reference to a component stays one. */
export function prepareParameter(preparation: Preparation, node: JsonValue): JsonObject {
  return referOr(preparation, "parameters", node, (parameter) => ({
    ...pickAnnotations(parameter),
    name: hideSpecials(text(own(parameter, "name"))),
    in: text(own(parameter, "in")),
    required: own(parameter, "required") === true,
    schema: prepareSchema(preparation, findSchema(parameter)),
  }));
}

/** A Header Object; a reference to a component stays one. Nothing makes a `Date` of what a header says. */
export function prepareHeader(preparation: Preparation, node: JsonValue): JsonObject {
  return referOr(preparation, "headers", node, (header) => {
    const schema = findSchema(header);
    const isPlain = preparation.dates === "string";
    return {
      ...pickAnnotations(header),
      required: own(header, "required") === true,
      schema: isPlain
        ? prepareSchema(preparation, schema)
        : prepareSchema(
            { ...preparation, dates: "string" },
            resolveNode(preparation, asObject(schema)) ?? schema,
          ),
    };
  });
}

function prepareHeaders(preparation: Preparation, headers: JsonValue | undefined): JsonObject {
  return fromMembers(
    members(headers).map(([name, header]) => [
      hideSpecials(name),
      prepareHeader(preparation, header),
    ]),
  );
}

/** The Media Type Objects of a body, by media type. */
function prepareContent(preparation: Preparation, content: JsonValue | undefined): JsonObject {
  return fromMembers(
    members(content).map(([mediaType, value]) => {
      const media = resolveNode(preparation, asObject(value)) ?? {};
      const whole = schemaOf(mediaType, media);
      const written = isMultipart(mediaType) ? rememberNested(preparation, whole, media) : whole;
      const schema = prepareSchema(seeContent(preparation, mediaType), written);
      return [hideSpecials(mediaType), { schema }];
    }),
  );
}

/** What a body is made of: the items of a stream, one by one, but all parts of a multipart body; JSON is one value. */
function schemaOf(mediaType: string, media: JsonObject): JsonValue | undefined {
  const item = own(media, "itemSchema");
  const whole = own(media, "schema");
  if (isMultipart(mediaType)) {
    return whole ?? (item === undefined ? undefined : { type: "array", items: item });
  }
  return isJson(mediaType) ? whole : (item ?? whole);
}

/** Where a body is bytes, or parts of it may be, they are a `Blob`. */
function seeContent(preparation: Preparation, mediaType: string): Preparation {
  const one = bodyKind(mediaType) === "binary" ? "part" : "text";
  const bytes = isMultipart(mediaType) ? "parts" : one;
  return { ...preparation, view: viewBody(preparation.view.direction, bytes) };
}

function findSchema(node: JsonObject): JsonValue | undefined {
  const [media] = members(own(node, "content"));
  return own(node, "schema") ?? own(asObject(media?.[1]) ?? {}, "schema");
}

function referOr(
  preparation: Preparation,
  kind: string,
  node: JsonValue,
  prepare: (resolved: JsonObject) => JsonObject,
): JsonObject {
  const written = asObject(node) ?? {};
  const component = findComponentRef(preparation, kind, written);
  if (component !== undefined) {
    return { ...refTo(kind, component), ...pickAnnotations(written) };
  }
  return prepare(resolveNode(preparation, written) ?? {});
}

function text(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}
