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
  { path, method, pathItems, operation }: FoundOperation,
  name: string,
  inherited: Inherited,
): PlainOperation {
  const { value, pointer } = operation;
  const holders = [value, ...pathItems.map((pathItem) => pathItem.value)];
  return {
    label: `${pathItemMethods.has(method) ? method.toUpperCase() : method} ${path}`,
    name,
    method,
    path,
    pointer,
    operationId: findString(value, "operationId"),
    summary: findFirst(holders, (holder) => findString(holder, "summary")),
    description: findFirst(holders, (holder) => findString(holder, "description")),
    deprecated: findMember(value, "deprecated") === true,
    tags: arrayMember(value, "tags").filter((tag) => typeof tag === "string"),
    parameters: moveToQuery(buildParameters(document, pathItems, operation), path),
    requestBody: buildRequestBody(document, operation),
    responses: buildResponses(document, operation),
    servers: findFirst(holders, buildServers) ?? inherited.servers,
    security: buildSecurity(document, value) ?? inherited.security,
  };
}

function findFirst<T>(
  holders: readonly JsonObject[],
  find: (holder: JsonObject) => T | undefined,
): T | undefined {
  for (const holder of holders) {
    const found = find(holder);
    if (found !== undefined) return found;
  }
  return undefined;
}
