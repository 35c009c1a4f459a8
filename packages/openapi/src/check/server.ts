import { findMember, isJsonArray, isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { findString, objectMember } from "../json/json-value.ts";
import { fault, findRepeated, type ValueFault } from "./value-fault.ts";

/**
 * What makes the URL of a server one that nobody can call: a variable that nobody describes, or a query.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#server-object
 */
export function checkServer(server: JsonObject): readonly (ValueFault | undefined)[] {
  const url = findString(server, "url") ?? "";
  const variables = objectMember(server, "variables");
  const names = [...url.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  const missing = [...new Set(names)].filter((name) => !isJsonObject(findMember(variables, name)));
  return [
    ...missing.map((name) => ({
      below: "/url",
      what: "`url`",
      why: `it names {${name}}, which is none of the \`variables\`, and stays in it as it is`,
      mend: `Describe it: \`variables: { ${name}: { default: … } }\`.`,
    })),
    /[?#]/.test(url) ? fault(server, "url", "a server has neither query nor fragment") : undefined,
  ];
}

/** Servers of one name, among those of a description, a path item or an operation. */
export function checkServers(holder: JsonObject): readonly ValueFault[] {
  return findRepeated(holder, "servers", "server");
}

/** @see https://spec.openapis.org/oas/v3.2.0.html#server-variable-object */
export function checkServerVariable(variable: JsonObject): readonly (ValueFault | undefined)[] {
  const values = findMember(variable, "enum");
  const byDefault = findString(variable, "default");
  if (!isJsonArray(values)) return [];
  if (values.length === 0) {
    return [fault(variable, "enum", "an empty list leaves no value to choose")];
  }
  const isListed = byDefault === undefined || values.includes(byDefault);
  return [isListed ? undefined : fault(variable, "default", "it is none of the `enum` beside it")];
}
