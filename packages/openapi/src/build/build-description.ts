import { findMember, type JsonObject } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { findString, objectMember } from "../json/json-value.ts";
import type { ComponentSchema, Description } from "../model/model.ts";
import { isSchema } from "./content.ts";
import { buildPaths, buildWebhooks } from "./operations.ts";
import { buildSecurity, buildSecuritySchemes } from "./security.ts";
import { buildServers } from "./server.ts";

/** What the stages before know of a description, beside its document. */
export type DescriptionOrigin = Pick<
  Description,
  "source" | "sha256" | "version" | "files" | "locate" | "diagnose"
>;

/** Builds the model of a composed OpenAPI 3.1 document. */
export function buildDescription(document: JsonObject, origin: DescriptionOrigin): Description {
  const servers = buildServers(document) ?? [{ url: "/", description: undefined, variables: [] }];
  const inherited = { servers, security: buildSecurity(document, document) ?? [] };
  const title = findMember(objectMember(document, "info"), "title");
  return {
    ...origin,
    title: title === undefined || title === null ? "" : String(title),
    document,
    operations: buildPaths(document, inherited),
    webhooks: buildWebhooks(document, inherited),
    schemas: buildSchemas(document),
    servers,
    securitySchemes: buildSecuritySchemes(document),
  };
}

function buildSchemas(document: JsonObject): ComponentSchema[] {
  const schemas = objectMember(objectMember(document, "components"), "schemas");
  return Object.entries(schemas).flatMap(([name, schema]) =>
    isSchema(schema) ? [{ name, pointer: appendKey("/components/schemas", name) }] : [],
  );
}

/** The version that a root document states in `openapi` or `swagger`; undefined when it states none. */
export function findVersion(root: JsonObject): string | undefined {
  for (const key of ["openapi", "swagger"]) {
    const version = findMember(root, key);
    if (typeof version === "number")
      return Number.isInteger(version) ? `${version}.0` : `${version}`;
    const text = findString(root, key);
    if (text !== undefined) return text;
  }
  return undefined;
}
