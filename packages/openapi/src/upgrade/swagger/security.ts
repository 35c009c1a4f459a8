import {
  findMember,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { findString } from "../../json/json-value.ts";
import type { Conversion, Entry } from "./conversion.ts";

const flows = new Map([
  ["implicit", "implicit"],
  ["password", "password"],
  ["application", "clientCredentials"],
  ["accessCode", "authorizationCode"],
]);

const flowKeys = new Set(["flow", "authorizationUrl", "tokenUrl", "scopes"]);

/**
 * `securityDefinitions` as security schemes.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#security-scheme-object
 */
export function convertSecurity(definitions: JsonObject, conversion: Conversion): JsonObject {
  const entries = Object.entries(definitions).map(([name, value]): Entry => {
    const pointer = appendKey("/securityDefinitions", name);
    return [name, isJsonObject(value) ? convertScheme(value, pointer, conversion) : value];
  });
  return conversion.make(definitions, "/securityDefinitions", entries);
}

function convertScheme(value: JsonObject, pointer: string, conversion: Conversion): JsonValue {
  const type = findString(value, "type");
  const { make } = conversion;
  if (type === "basic") {
    const kept = Object.entries(value).filter(([key]) => key !== "type");
    return make(value, pointer, [["type", "http"], ["scheme", "basic"], ...kept]);
  }
  if (type !== "oauth2") return value;
  const kept = Object.entries(value).filter(([key]) => !flowKeys.has(key));
  const flow = flows.get(findString(value, "flow") ?? "");
  if (flow === undefined) {
    const what = `\`flow: ${String(findMember(value, "flow"))}\``;
    conversion.report("swagger-lossy", { what, why: "no flow is called so" }, pointer);
    return make(value, pointer, kept);
  }
  const members = Object.entries(value).filter(([key]) => flowKeys.has(key) && key !== "flow");
  return make(value, pointer, [
    ...kept,
    ["flows", make(value, pointer, [[flow, make(value, pointer, members)]])],
  ]);
}
