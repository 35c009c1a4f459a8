import { findMember, isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { readPath } from "../build/operations.ts";
import { isAdditionalMethod, isToken } from "../build/path-item.ts";
import type { NodeKind } from "../grammar/node-type.ts";
import { findString, objectMember } from "../json/json-value.ts";
import { exclusions } from "./exclusions.ts";
import { checkContent, checkHeaderName, checkParameter, checkQueryStrings } from "./parameter.ts";
import { checkSecurityScheme } from "./security-scheme.ts";
import { checkServer, checkServers, checkServerVariable } from "./server.ts";
import { checkTags } from "./tags.ts";
import { checkWord, fault, type ValueFault } from "./value-fault.ts";

type CheckValues = (value: JsonObject, document: JsonObject) => readonly (ValueFault | undefined)[];

const checks: { readonly [K in NodeKind]?: CheckValues } = {
  description: (description) => [
    checkDialect(description),
    ...checkServers(description),
    ...checkTags(description),
  ],
  parameter: checkParameter,
  operation: (operation, document) => [
    ...checkQueryStrings(operation, document),
    ...checkServers(operation),
  ],
  paths: findPathFaults,
  pathItem: (pathItem, document) => [
    ...checkQueryStrings(pathItem, document),
    ...findMethodFaults(objectMember(pathItem, "additionalOperations")),
    ...checkServers(pathItem),
  ],
  securityScheme: checkSecurityScheme,
  header: (header) => [checkWord(header, "style", ["simple"]), checkContent(header)],
  requestBody: findItemFaults,
  response: (response) => [
    ...Object.keys(objectMember(response, "headers")).map((name) =>
      checkHeaderName(name, "headers"),
    ),
    ...findItemFaults(response),
  ],
  server: checkServer,
  serverVariable: checkServerVariable,
};

/** What an object of a kind says that contradicts itself or has no meaning. */
export function findValueFaults(
  value: JsonObject,
  kind: NodeKind,
  document: JsonObject,
): readonly ValueFault[] {
  const faults: (ValueFault | undefined)[] = [];
  for (const [first, second] of exclusions[kind] ?? []) {
    if (!Object.hasOwn(value, first)) continue;
    faults.push(fault(value, second, `it may not stand beside \`${first}\``));
  }
  faults.push(...(checks[kind]?.(value, document) ?? []));
  return faults.filter((one) => one !== undefined);
}

const knownDialect =
  /^https:\/\/(?:spec\.openapis\.org\/oas\/3\.\d+\/dialect\/|json-schema\.org\/draft\/2020-12\/schema#?$)/;

/** @see https://spec.openapis.org/oas/v3.2.0.html#specifying-schema-dialects */
function checkDialect(description: JsonObject): ValueFault | undefined {
  const dialect = findString(description, "jsonSchemaDialect") ?? "";
  const why = `${JSON.stringify(dialect)} is not known here, and schemas were read as JSON Schema 2020-12`;
  return dialect === "" || knownDialect.test(dialect)
    ? undefined
    : fault(description, "jsonSchemaDialect", why);
}

/** @see https://spec.openapis.org/oas/v3.2.0.html#sequential-media-types */
function findItemFaults(body: JsonObject): ReturnType<CheckValues> {
  const content = Object.entries(objectMember(body, "content"));
  return content.flatMap(([mediaType, media]) =>
    /[/+]json\s*(?:;|$)/i.test(mediaType) && findMember(media, "itemSchema") !== undefined
      ? {
          below: appendKey("/content", mediaType, "itemSchema"),
          what: "`itemSchema`",
          why: `a body of ${mediaType} is one value and no sequence of items, and it was passed over`,
          mend: "Write a `schema`; of a list, `type: array` and `items`.",
        }
      : [],
  );
}

/** The model has the slash that is missing, see `readPath`. */
function findPathFaults(paths: JsonObject): ReturnType<CheckValues> {
  return Object.keys(paths)
    .filter((path) => readPath(path) !== path && isJsonObject(paths[path]))
    .map((path) => ({
      below: appendKey("", path),
      what: `The path ${JSON.stringify(path)}`,
      why: `it begins with no slash, and was read as ${JSON.stringify(readPath(path))}`,
      mend: `Write ${JSON.stringify(readPath(path))}.`,
    }));
}

/** @see https://spec.openapis.org/oas/v3.2.0.html#path-item-additional-operations */
function findMethodFaults(operations: JsonObject): ReturnType<CheckValues> {
  return Object.keys(operations)
    .filter((method) => !isAdditionalMethod(method))
    .map((method) => {
      const field = method.toLowerCase();
      const isNamed = isToken(method);
      return {
        below: appendKey("/additionalOperations", method),
        what: `The method ${JSON.stringify(method)}`,
        why: `${isNamed ? `it has the field \`${field}\`` : "no method may be called so"}, and the operation was left out`,
        ...(isNamed ? { mend: `Write it as \`${field}\` of the path item.` } : {}),
      };
    });
}
