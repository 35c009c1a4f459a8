import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { Operation, Parameter } from "@truespec/openapi";
import { pickAnnotations } from "./annotations.ts";
import { prepareBody, prepareParameter, prepareResponse } from "./message.ts";
import { asObject, findAt, fromMembers, own, parsePointer } from "./pointer.ts";
import type { Preparation } from "./preparation.ts";
import type { View } from "./view.ts";

/** An operation as it is written, and how its bodies are seen. */
export interface WrittenOperation {
  readonly written: JsonObject;
  readonly views: { readonly request: View; readonly response: View };
}

/** An Operation Object with its effective parameters and nothing that types do not need. */
export function prepareOperation(
  preparation: Preparation,
  operation: Operation,
  { written, views }: WrittenOperation,
): JsonObject {
  const body = operation.requestBody === undefined ? undefined : own(written, "requestBody");
  const parameters = operation.parameters.map((parameter) => prepareOwn(preparation, parameter));
  return {
    ...pickAnnotations(written),
    parameters,
    ...(body === undefined
      ? {}
      : { requestBody: prepareBody({ ...preparation, view: views.request }, body) }),
    responses: prepareResponses({ ...preparation, view: views.response }, operation, written),
  };
}

function prepareOwn(preparation: Preparation, parameter: Parameter): JsonObject {
  const { parameters } = preparation;
  const { in: place, name, pointer, description = "" } = parameter;
  const key = JSON.stringify([place, name, pointer, description]);
  const prepared = parameters.get(key) ?? prepareEffective(preparation, parameter);
  parameters.set(key, prepared);
  return prepared;
}

/**
 * A parameter in the place and by the name that the model has, which are not always as written: a query of
 * the path itself calls its values as it likes. The whole query string (OpenAPI 3.2) is typed as a query parameter, which openapi-typescript knows.
 */
function prepareEffective(preparation: Preparation, parameter: Parameter): JsonObject {
  const written = asObject(findNode(preparation, parameter.pointer)) ?? {};
  const { name, description, required } = parameter;
  const told = description === undefined ? written : { ...written, description };
  const prepared = prepareParameter(preparation, told);
  const place = parameter.in === "querystring" ? "query" : parameter.in;
  const isAsWritten = own(written, "in") === place && own(written, "name") === name;
  return isAsWritten ? prepared : { ...prepared, name, in: place, required };
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
  return findAt(preparation.document, parsePointer(pointer)) ?? null;
}
