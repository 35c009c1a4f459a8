import { findMember, type JsonObject } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { findString, objectMember } from "../json/json-value.ts";
import type { Link } from "../model/model.ts";
import { type Resolved, resolveObject } from "./resolve.ts";

/** The links of a response, in document order. */
export function buildLinks(document: JsonObject, response: Resolved): Link[] {
  const at = appendKey(response.pointer, "links");
  return Object.entries(objectMember(response.value, "links")).flatMap(([name, value]) => {
    const found = resolveObject(document, value, appendKey(at, name));
    return found === undefined ? [] : [buildLink(name, found)];
  });
}

function buildLink(name: string, { value, pointer }: Resolved): Link {
  const parameters = Object.entries(objectMember(value, "parameters"));
  return {
    name,
    pointer,
    description: findString(value, "description"),
    operationId: findString(value, "operationId"),
    operationRef: findString(value, "operationRef"),
    parameters: parameters.map(([parameter, expression]) => ({
      name: parameter,
      value: expression,
    })),
    requestBody: findMember(value, "requestBody"),
  };
}
