import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { Operation, Parameter, Response, SecurityRequirement } from "@truespec/openapi";
import { type WriterFunction, Writers } from "ts-morph";
import { type KeyedParameter, keyParameters } from "../names/parameters.ts";
import { printValue } from "../print/literal.ts";
import { isObject } from "../types/prepare/pointer.ts";
import { orderBodies } from "./input.ts";
import { findBaseUrl } from "./server.ts";
import type { ClientSource, NamedOperation } from "./source.ts";

/** The constant that tells the runtime all it needs to know of an operation: `$getModels`. */
export function operationData(
  source: ClientSource,
  { operation, names }: NamedOperation,
): WriterFunction {
  const members = Object.entries(describeOperation(source, operation)).map(
    ([key, value]) => [key, printMember(value)] as const,
  );
  return (writer) => {
    writer.write(`const ${names.data}: runtime.Operation = `);
    Writers.object(Object.fromEntries(members))(writer);
    writer.write(";");
  };
}

/** Lists of objects stand one a line. */
function printMember(value: JsonValue): string | WriterFunction {
  if (!Array.isArray(value) || !value.some(isObject)) {
    return printValue(value);
  }
  return (writer) => {
    writer.write("[").newLine();
    writer.indent(() => {
      for (const item of value) {
        writer.writeLine(`${printValue(item)},`);
      }
    });
    writer.write("]");
  };
}

function describeOperation(source: ClientSource, operation: Operation): JsonObject {
  const parameters = keyParameters(operation).map(describeParameter);
  const body = orderBodies(operation).map((media) => media.mediaType);
  const responses = operation.responses.map(describeResponse);
  const security = operation.security.map((alternative) => needed(source, alternative));
  const baseUrl = findOwnBaseUrl(source, operation);
  return {
    method: operation.label.slice(0, -operation.path.length - 1),
    path: operation.path,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body.length > 0 ? { body } : {}),
    ...(responses.length > 0 ? { responses: Object.fromEntries(responses) } : {}),
    ...(security.length > 0 ? { security } : {}),
    ...(baseUrl === undefined ? {} : { baseUrl }),
  };
}

/** What is OpenAPI's default for the location is left out. */
function describeParameter({ key, parameter }: KeyedParameter): JsonObject {
  const { name, in: place, style, explode, mediaType } = parameter;
  return {
    name,
    in: place,
    ...(key === name ? {} : { key }),
    ...(style === defaultStyle(parameter) ? {} : { style }),
    ...(explode === (style === "form") ? {} : { explode }),
    ...(mediaType === undefined ? {} : { mediaType }),
  };
}

function defaultStyle({ in: place }: Parameter): string {
  return place === "path" || place === "header" ? "simple" : "form";
}

function describeResponse({ status, content }: Response): readonly [string, readonly string[]] {
  return [status, content.map((media) => media.mediaType)];
}

/** The schemes of an alternative that travel in the request: a client certificate does not. */
function needed(
  { description }: ClientSource,
  alternative: readonly SecurityRequirement[],
): readonly string[] {
  const isCertificate = (name: string) =>
    description.securitySchemes.some((one) => one.name === name && one.kind === "mutualTLS");
  return alternative.map(({ scheme }) => scheme).filter((name) => !isCertificate(name));
}

/** Undefined where the operation is on the description's own server. */
function findOwnBaseUrl({ description }: ClientSource, operation: Operation): string | undefined {
  const baseUrl = findBaseUrl(operation.servers, description.source);
  return baseUrl === findBaseUrl(description.servers, description.source) ? undefined : baseUrl;
}
