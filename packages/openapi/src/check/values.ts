import { findMember, isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { readPath } from "../build/operations.ts";
import { parameterPlaces } from "../build/parameter.ts";
import { isAdditionalMethod, isToken } from "../build/path-item.ts";
import { resolveObject } from "../build/resolve.ts";
import type { NodeKind } from "../grammar/node-type.ts";
import { arrayMember, findString, objectMember } from "../json/json-value.ts";
import { exclusions } from "./exclusions.ts";
import { checkSecurityScheme } from "./security-scheme.ts";
import { checkServer, checkServerVariable } from "./server.ts";
import { checkWord, fault, type ValueFault } from "./value-fault.ts";

type CheckValues = (value: JsonObject, document: JsonObject) => readonly (ValueFault | undefined)[];

const checks: { readonly [K in NodeKind]?: CheckValues } = {
  description: (description) => [checkDialect(description)],
  parameter: checkParameter,
  operation: checkQueryStrings,
  paths: findPathFaults,
  pathItem: (pathItem, document) => [
    ...checkQueryStrings(pathItem, document),
    ...findMethodFaults(objectMember(pathItem, "additionalOperations")),
  ],
  securityScheme: checkSecurityScheme,
  header: (header) => [checkWord(header, "style", ["simple"]), checkContent(header)],
  response: (response) =>
    Object.keys(objectMember(response, "headers")).map((name) => checkHeaderName(name, "headers")),
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

/** @see https://spec.openapis.org/oas/v3.2.0.html#parameter-object */
function checkParameter(parameter: JsonObject, document: JsonObject): ReturnType<CheckValues> {
  const place = findString(parameter, "in");
  const name = findString(parameter, "name") ?? "";
  const faults = [
    checkReserved(parameter, document),
    checkWord(parameter, "in", parameterPlaces),
    checkWord(parameter, "style", stylesIn.get(place ?? "") ?? styles),
    checkContent(parameter),
  ];
  if (place === "header") faults.push(checkHeaderName(name, "name"));
  if (place === "path" && /[{}]/.test(name)) {
    faults.push(fault(parameter, "name", "a path cannot name it between its braces"));
  }
  if (place === "querystring") {
    for (const key of ["schema", "style", "explode"]) {
      faults.push(fault(parameter, key, "a whole query string is described by `content`"));
    }
  }
  return faults;
}

/** @see https://spec.openapis.org/oas/v3.2.0.html#style-values */
const stylesIn: ReadonlyMap<string, readonly string[]> = new Map([
  ["path", ["matrix", "label", "simple"]],
  ["query", ["form", "spaceDelimited", "pipeDelimited", "deepObject"]],
  ["header", ["simple"]],
  ["cookie", ["form", "cookie"]],
]);

const styles: readonly string[] = [...new Set([...stylesIn.values()].flat())];

function checkContent(holder: JsonObject): ValueFault | undefined {
  const [, ...others] = Object.keys(objectMember(holder, "content"));
  return others.length === 0
    ? undefined
    : fault(holder, "content", "it describes one media type, and all but the first were left out");
}

/** Until OpenAPI 3.2, only the query could do without percent escapes; 3.0 forbids nobody to say so. */
function checkReserved(parameter: JsonObject, document: JsonObject): ValueFault | undefined {
  if (!Object.hasOwn(parameter, "allowReserved")) return undefined;
  const version = String(findMember(document, "openapi"));
  const isNew = !/^3\.[01](?:\.|$)/.test(version);
  if (/^3\.0(?:\.|$)/.test(version) && parameter["allowReserved"] === false) return undefined;
  const place = findString(parameter, "in") ?? "";
  const isForm = place === "cookie" && (findString(parameter, "style") ?? "form") === "form";
  if (place === "query" || (isNew && (place === "path" || isForm))) return undefined;
  return fault(parameter, "allowReserved", "it has no meaning here");
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

function checkHeaderName(name: string, key: string): ValueFault | undefined {
  if (isToken(name)) return undefined;
  const below = key === "name" ? "/name" : appendKey("/headers", name);
  return { below, what: `The header ${JSON.stringify(name)}`, why: "no header may be called so" };
}

/** One query string describes the whole query, so nothing else may. */
function checkQueryStrings(holder: JsonObject, document: JsonObject): ReturnType<CheckValues> {
  const places = arrayMember(holder, "parameters").map((value) =>
    findString(resolveObject(document, value, "")?.value, "in"),
  );
  const count = places.filter((place) => place === "querystring").length;
  if (count === 0 || (count === 1 && !places.includes("query"))) return [];
  const why = "one with `in: querystring` describes the whole query, and stands alone";
  return [{ below: "/parameters", what: "`parameters`", why }];
}
