import type { JsonObject } from "@truespec/json-schema/json";
import { keyPlaces } from "../build/security.ts";
import { findString } from "../json/json-value.ts";
import { checkWord, type ValueFault } from "./value-fault.ts";

const schemeTypes = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];

/** What a type of security scheme cannot do without. */
const schemeNeeds: ReadonlyMap<string, readonly string[]> = new Map([
  ["apiKey", ["name", "in"]],
  ["http", ["scheme"]],
]);

/**
 * What makes a security scheme one that nobody can follow.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#security-scheme-object
 */
export function checkSecurityScheme(scheme: JsonObject): readonly (ValueFault | undefined)[] {
  const type = findString(scheme, "type") ?? "";
  const missing = (schemeNeeds.get(type) ?? []).filter((field) => !Object.hasOwn(scheme, field));
  return [
    checkWord(scheme, "type", schemeTypes),
    type === "apiKey" ? checkWord(scheme, "in", keyPlaces) : undefined,
    ...missing.map((field) => ({
      below: "/type",
      what: "`type`",
      why: `${JSON.stringify(type)} needs \`${field}\` beside it, and the scheme is passed over`,
      mend: `Add \`${field}\`.`,
    })),
  ];
}
