import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { Operation, Parameter } from "@truespec/openapi";
import { pickAnnotations } from "./annotations.ts";
import { prepareBody, prepareParameter, prepareResponse } from "./message.ts";
import { asObject, findAt, fromMembers, own, parseFragment } from "./pointer.ts";
import { type Preparation, resolveNode } from "./preparation.ts";
import { type View, viewBody } from "./view.ts";

/** An Operation Object with its effective parameters and nothing that types do not need. */
export function prepareOperation(
  preparation: Preparation,
  operation: Operation,
  written: JsonObject,
): JsonObject {
  const body = operation.requestBody === undefined ? undefined : own(written, "requestBody");
  const parameters = operation.parameters.map((parameter) => prepareOwn(preparation, parameter));
  return {
    ...pickAnnotations(written),
    parameters,
    ...(body === undefined ? {} : { requestBody: prepareBody(see(preparation, "request"), body) }),
    responses: prepareResponses(see(preparation, "response"), operation, written),
  };
}

function see(preparation: Preparation, direction: View["direction"]): Preparation {
  return { ...preparation, view: viewBody(direction, "text") };
}

/** The whole query string (OpenAPI 3.2) is typed as a query parameter, which openapi-typescript knows. */
function prepareOwn(preparation: Preparation, parameter: Parameter): JsonObject {
  const node = findNode(preparation, parameter.pointer);
  if (parameter.in !== "querystring") {
    return prepareParameter(preparation, node);
  }
  const resolved = resolveNode(preparation, asObject(node)) ?? {};
  return { ...prepareParameter(preparation, resolved), in: "query" };
}

function prepareResponses(
  preparation: Preparation,
  operation: Operation,
  written: JsonObject,
): JsonObject {
  const responses = own(written, "responses");
  return fromMembers(
    operation.responses.map((response) => {
      const node = findAt(responses ?? null, [response.status]);
      return [
        response.status,
        prepareResponse(preparation, node ?? findNode(preparation, response.pointer)),
      ];
    }),
  );
}

function findNode(preparation: Preparation, pointer: string): JsonValue {
  return findAt(preparation.document, parseFragment(`#${pointer}`) ?? []) ?? null;
}
