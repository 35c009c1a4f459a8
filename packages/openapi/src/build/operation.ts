import type { JsonObject } from "@truespec/json-schema";
import {
  arrayMember,
  findMember,
  findString,
  isJsonObject,
  objectMember,
} from "../json/json-value.ts";
import type { Operation, Server } from "../model/model.ts";
import { appendKey } from "../pointer/pointer.ts";
import { allocateNames } from "./operation-names.ts";
import { buildParameters } from "./parameter.ts";
import { type Resolved, resolveObject } from "./resolve.ts";
import { buildRequestBody, buildResponses } from "./response.ts";
import { buildSecurity } from "./security.ts";
import { buildServers } from "./server.ts";

/** The methods that have a field of their own in a path item. */
export const pathItemMethods: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
]);

interface FoundOperation {
  readonly path: string;
  readonly method: string;
  readonly pathItem: Resolved;
  readonly operation: Resolved;
}

/** What an operation has from the description when it says nothing itself. */
interface Inherited {
  readonly servers: readonly Server[];
  readonly security: Operation["security"];
}

/** Every operation below `paths`, in document order. */
export function buildOperations(document: JsonObject, servers: readonly Server[]): Operation[] {
  const found = findOperations(document);
  const names = allocateNames(
    found.map(({ path, method, operation }) => ({
      path,
      method,
      operationId: findString(operation.value, "operationId"),
    })),
  );
  const inherited = { servers, security: buildSecurity(document) ?? [] };
  return found.map((operation, index) =>
    buildOperation(document, operation, names[index] ?? operation.method, inherited),
  );
}

function buildOperation(
  document: JsonObject,
  { path, method, pathItem, operation }: FoundOperation,
  name: string,
  inherited: Inherited,
): Operation {
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
    parameters: buildParameters(document, pathItem, operation),
    requestBody: buildRequestBody(document, operation),
    responses: buildResponses(document, operation),
    servers: ownServers ?? inherited.servers,
    security: buildSecurity(value) ?? inherited.security,
  };
}

function findOperations(document: JsonObject): FoundOperation[] {
  return Object.entries(objectMember(document, "paths")).flatMap(([path, value]) => {
    if (!path.startsWith("/")) return [];
    const pointer = appendKey("/paths", path);
    const written = isJsonObject(value) ? operationsOf(path, { value, pointer }) : [];
    const referred = resolveObject(document, value, pointer);
    if (referred === undefined || referred.pointer === pointer) return written;
    const own = new Set(written.map(({ method }) => method));
    const others = operationsOf(path, referred).filter(({ method }) => !own.has(method));
    return [...written, ...others];
  });
}

function operationsOf(path: string, pathItem: Resolved): FoundOperation[] {
  return Object.entries(pathItem.value).flatMap(([key, value]) => {
    const pointer = appendKey(pathItem.pointer, key);
    if (!isJsonObject(value)) return [];
    if (pathItemMethods.has(key)) {
      return [{ path, method: key, pathItem, operation: { value, pointer } }];
    }
    return key === "additionalOperations" ? additionalOperations(path, pathItem, value) : [];
  });
}

/** OpenAPI 3.2: methods that have no field of their own, spelled as they are sent. */
function additionalOperations(
  path: string,
  pathItem: Resolved,
  operations: JsonObject,
): FoundOperation[] {
  const at = appendKey(pathItem.pointer, "additionalOperations");
  return Object.entries(operations).flatMap(([method, value]) => {
    const isFixed = pathItemMethods.has(method.toLowerCase());
    if (!isJsonObject(value) || isFixed) return [];
    return [{ path, method, pathItem, operation: { value, pointer: appendKey(at, method) } }];
  });
}
