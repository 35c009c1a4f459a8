import { isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { arrayMember, findString, objectMember } from "../json/json-value.ts";
import type { Server, ServerVariable } from "../model/model.ts";

/** The servers that an object names; undefined when it names none and inherits them. */
export function buildServers(holder: JsonValue | undefined): readonly Server[] | undefined {
  const servers = arrayMember(holder, "servers").flatMap((value) => {
    const url = findString(value, "url");
    if (url === undefined) return [];
    return [
      { url, description: findString(value, "description"), variables: buildVariables(value) },
    ];
  });
  return servers.length === 0 ? undefined : servers;
}

function buildVariables(server: JsonValue): ServerVariable[] {
  return Object.entries(objectMember(server, "variables")).flatMap(([name, value]) => {
    if (!isJsonObject(value)) return [];
    const values = arrayMember(value, "enum").filter((item) => typeof item === "string");
    return [{ name, default: findString(value, "default") ?? values[0] ?? "", values }];
  });
}
