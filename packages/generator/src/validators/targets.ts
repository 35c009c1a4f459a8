import type { ValidatorTarget } from "@truespec/json-schema";
import type { Description, MediaType, Operation } from "@truespec/openapi";
import { type BodyKind, bodyKind, findNestedType, isMultipart } from "../media-type.ts";
import type { ContentNames, Names, OperationNames } from "../names/names.ts";
import { listSent } from "../names/sent.ts";

/** A target, and what it is the body of, where it is that of a request to the API. */
export interface ListedTarget extends ValidatorTarget {
  readonly request?: RequestKind;
  /** Whether some part of it has parts itself. */
  readonly hasNestedParts?: boolean;
}

/** How a request travels whose value a caller gives: what is no such value has no validator. */
export type RequestKind = Extract<BodyKind, "json" | "form" | "multipart" | "mixed">;

/**
 * What gets a validator: every component schema, every JSON body of every operation, webhook and
 * callback, and the forms that a caller gives to an operation, in document order. Bodies without a schema
 * get none; a wildcard that may be JSON does.
 */
export function listTargets(description: Description, names: Names): readonly ListedTarget[] {
  const schemas = description.schemas.flatMap(({ name, pointer }) => {
    const given = names.schemas.get(name);
    return given === undefined ? [] : [{ name: given, pointer, type: `types.${given}` }];
  });
  const bodies = description.operations.flatMap((operation) => {
    const given = names.operations.get(operation);
    return given === undefined ? [] : listBodies(operation, given);
  });
  // What the API sends itself holds also what is read-only; its forms are text to who receives them.
  const sent = listSent(description).flatMap(({ operation }) => {
    const given = names.sent.get(operation);
    const listed = given === undefined ? [] : listBodies(operation, given);
    return listed.flatMap(({ request = "json", ...target }) =>
      request === "json" ? [target] : [],
    );
  });
  return [...schemas, ...bodies, ...sent];
}

function listBodies(operation: Operation, names: OperationNames): readonly ListedTarget[] {
  const request = (operation.requestBody?.content ?? []).flatMap((media) =>
    listRequest(media, names.requestBodies),
  );
  const responses = operation.responses.flatMap(({ status, content }) =>
    content
      .filter(({ mediaType }) => bodyKind(mediaType) === "json")
      .flatMap((media) => listContent(media, names.responses.get(status))),
  );
  return [...request, ...responses];
}

function listRequest(
  media: MediaType,
  names: OperationNames["requestBodies"],
): readonly ListedTarget[] {
  const request = bodyKind(media.mediaType);
  if (request === "text" || request === "binary") {
    return [];
  }
  return listContent(media, names).map(({ type, ...target }) => ({
    ...target,
    // A caller may also give the parts themselves: they hold no values to look at.
    type: request === "multipart" ? `Exclude<${type}, FormData>` : type,
    request,
    hasNestedParts: media.encodings.some(({ contentType }) =>
      isMultipart(findNestedType(contentType) ?? ""),
    ),
  }));
}

function listContent(
  { mediaType, schemaPointer: pointer }: MediaType,
  names: ReadonlyMap<string, ContentNames> | undefined,
): readonly TypedTarget[] {
  const given = names?.get(mediaType);
  return given === undefined || pointer === undefined
    ? []
    : [{ name: given.validator, pointer, type: `types.${given.type}` }];
}

type TypedTarget = ListedTarget & { readonly type: string };
