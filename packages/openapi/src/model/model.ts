import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { SourceLocation } from "../diagnostics/diagnostic.ts";

/** The HTTP methods that a path item may name, in lower case as OpenAPI writes them. */
export type Method =
  | "get"
  | "put"
  | "post"
  | "delete"
  | "options"
  | "head"
  | "patch"
  | "trace"
  | "query"
  | (string & {});

/**
 * An API, as described: the end of every stage of this package and the start of all others. Deeply readonly.
 *
 * `document` is the composed description: every file bundled into one, the overlays applied, and
 * older dialects upgraded to OpenAPI 3.1, so that each schema in it is plain JSON Schema 2020-12.
 * All pointers in the model are JSON Pointers (RFC 6901) into it.
 */
export interface Description {
  /** As the user named it: a path, a URL or `-`. */
  readonly source: string;
  /** SHA-256 of the root document's bytes, lower-case hex. */
  readonly sha256: string;
  /** The value of `openapi` or `swagger` as written, such as `3.0.3`. */
  readonly version: string;
  readonly title: string;
  readonly document: JsonObject;
  /** Document order. */
  readonly operations: readonly Operation[];
  /** `components.schemas`, document order. */
  readonly schemas: readonly ComponentSchema[];
  readonly servers: readonly Server[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Every file that was read for it, root first: paths or URLs; overlays included. */
  readonly files: readonly string[];
  /** Where a node of `document` was written; the nearest ancestor's place when it was made by us. */
  readonly locate: (pointer: string) => SourceLocation | undefined;
}

export interface ComponentSchema {
  readonly name: string;
  readonly pointer: string;
}

/** One method of one path. Parameters and servers are the effective ones. */
export interface Operation {
  /** Path template and method as in `GET /models/{id}`: how people and reports name it. */
  readonly label: string;
  /** A unique camel-case name, from `operationId` or else from method and path: `getModels`. */
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly pointer: string;
  readonly operationId: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  /** The path item's merged with the operation's; the operation's wins. `Authorization`, `Accept` and `Content-Type` headers are left out, as OpenAPI says. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  readonly responses: readonly Response[];
  readonly servers: readonly Server[];
  /** Alternatives, each a list of scheme names that are needed together; `[]` in the list means anonymous access. */
  readonly security: readonly (readonly SecurityRequirement[])[];
}

export interface SecurityRequirement {
  readonly scheme: string;
  readonly scopes: readonly string[];
}

export type SecurityScheme =
  | {
      readonly kind: "http";
      readonly name: string;
      readonly pointer: string;
      readonly scheme: string;
    }
  | {
      readonly kind: "apiKey";
      readonly name: string;
      readonly pointer: string;
      readonly in: "query" | "header" | "cookie";
      readonly parameter: string;
    }
  | {
      readonly kind: "oauth2" | "openIdConnect" | "mutualTLS" | "unknown";
      readonly name: string;
      readonly pointer: string;
    };

export interface Server {
  readonly url: string;
  readonly description: string | undefined;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly values: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly in: "query" | "header" | "path" | "cookie" | "querystring";
  readonly pointer: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  /** OpenAPI's default for `in` where none is written. */
  readonly style: string;
  readonly explode: boolean;
  /** Of `schema`, or of the one media type in `content`. */
  readonly schemaPointer: string | undefined;
  /** Set when the parameter is described by `content`: its media type. */
  readonly mediaType: string | undefined;
  /** Written examples, in order: `example`, each value of `examples`, the schema's own. */
  readonly examples: readonly JsonValue[];
}

export interface RequestBody {
  readonly pointer: string;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly content: readonly MediaType[];
}

export interface Response {
  /** As written: `200`, `2XX`, `default`. */
  readonly status: string;
  readonly pointer: string;
  readonly description: string | undefined;
  readonly headers: readonly Header[];
  readonly content: readonly MediaType[];
}

export interface Header {
  /** As written. */
  readonly name: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly schemaPointer: string | undefined;
}

export interface MediaType {
  /** As written: `application/json`, `text/*`. */
  readonly mediaType: string;
  readonly pointer: string;
  readonly schemaPointer: string | undefined;
  /** OpenAPI 3.2, of each item of a sequential media type. */
  readonly itemSchemaPointer: string | undefined;
}
