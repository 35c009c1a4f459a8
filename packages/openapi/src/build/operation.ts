import { findMember, type JsonObject } from "@truespec/json-schema/json";
import { arrayMember, findString } from "../json/json-value.ts";
import type { Operation, Server } from "../model/model.ts";
import { allocateNames } from "./operation-names.ts";
import { buildParameters } from "./parameter.ts";
import { type FoundOperation, pathItemMethods } from "./path-item.ts";
import { moveToQuery } from "./path-query.ts";
import { buildRequestBody, buildResponses } from "./response.ts";
import { buildSecurity } from "./security.ts";
import { buildServers } from "./server.ts";

/** What an operation has from the description when it says nothing itself. */
export interface Inherited {
  readonly servers: readonly Server[];
  readonly security: Operation["security"];
}

/** An operation before its callbacks. */
export type PlainOperation = Omit<Operation, "callbacks">;

/** Builds operations, with names that are unique among them. */
export function buildOperations(
  document: JsonObject,
  found: readonly FoundOperation[],
  inherited: Inherited,
): PlainOperation[] {
  const names = allocateNames(
    found.map(({ path, method, operation }) => ({
      path,
      method,
      operationId: findString(operation.value, "operationId"),
    })),
  );
  return found.map((operation, index) =>
    buildOperation(document, operation, names[index] ?? operation.method, inherited),
  );
}

function buildOperation(
  document: JsonObject,
  { path, method, pathItem, operation }: FoundOperation,
  name: string,
  inherited: Inherited,
): PlainOperation {
  const { value, pointer } = operation;
  const ownServers = buildServers(value) ?? buildServers(pathItem.value);
  return {
    label: `${pathItemMethods.has(method) ? method.toUpperCase() : method} ${path}`,
    name,
    method,
    path,
    pointer,
    operationId: findString(value, "operationId"),
    summary: findString(value, "summary") ?? findString(pathItem.value, "summary"),
    description: findString(value, "description") ?? findString(pathItem.value, "description"),
    deprecated: findMember(value, "deprecated") === true,
    tags: arrayMember(value, "tags").filter((tag) => typeof tag === "string"),
    parameters: moveToQuery(buildParameters(document, pathItem, operation), path),
    requestBody: buildRequestBody(document, operation),
    responses: buildResponses(document, operation),
    servers: ownServers ?? inherited.servers,
    security: buildSecurity(value) ?? inherited.security,
  };
}
