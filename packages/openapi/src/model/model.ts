import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { Diagnostic, Fault, SourceLocation } from "../diagnostics/diagnostic.ts";

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
 * All pointers in the model are JSON Pointers (RFC 6901) into it. What the model leaves to it: the
 * flows of `oauth2`, the descriptions of tags, external documentation, and the callbacks of callbacks.
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
  /**
   * The requests that the API sends on its own account, document order. The `path` of each is its
   * webhook's name, `servers` are those that it states itself, and its name is unique among webhooks.
   */
  readonly webhooks: readonly Operation[];
  /** `components.schemas`, document order. */
  readonly schemas: readonly ComponentSchema[];
  readonly servers: readonly Server[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Every file that was read for it, root first: paths or URLs; overlays included. */
  readonly files: readonly string[];
  /** Where a node of `document` was written; the nearest ancestor's place when it was made by us. */
  readonly locate: (pointer: string) => SourceLocation | undefined;
  /** A fault that others found at a node of `document`, as the diagnostics of loading are: with its place and the lines around it. */
  readonly diagnose: (fault: Fault, pointer: string) => Diagnostic;
}

/** A schema of `components.schemas`, by its name as written. */
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
  /** As requests are matched: a key of `paths` that lacks its leading slash has one here. */
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
  /** What the API may send because of this operation, in document order. */
  readonly callbacks: readonly Callback[];
}

/**
 * Requests that an API sends when an operation was called.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#callback-object
 */
export interface Callback {
  readonly name: string;
  readonly pointer: string;
  /**
   * The `path` of each is the runtime expression of its URL, such as `{$request.body#/url}`. Their
   * own callbacks are left out, for they may lead round in a ring.
   */
  readonly operations: readonly Operation[];
}

/** A security scheme that a request has to satisfy, and the scopes or roles that it needs of it. */
export interface SecurityRequirement {
  readonly scheme: string;
  readonly scopes: readonly string[];
}

/** How a caller proves who it is: what is known of the scheme, by its `kind`. */
export type SecurityScheme = {
  readonly name: string;
  readonly pointer: string;
  readonly description: string | undefined;
  /** OpenAPI 3.2. */
  readonly deprecated: boolean;
} & (
  | { readonly kind: "http"; readonly scheme: string }
  | {
      readonly kind: "apiKey";
      readonly in: "query" | "header" | "cookie";
      readonly parameter: string;
    }
  | { readonly kind: "oauth2" | "openIdConnect" | "mutualTLS" | "unknown" }
);

/** A server, its URL as written: relative ones and `{templates}` too. */
export interface Server {
  readonly url: string;
  readonly description: string | undefined;
  readonly variables: readonly ServerVariable[];
}

/** What stands in a server's URL as `{name}`. No `values`: any text. */
export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly values: readonly string[];
}

/** A parameter of an operation, with its style as written or as OpenAPI has it by default. */
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
  /** Whether reserved characters stand as they are. */
  readonly allowReserved: boolean;
  /** Of `schema`, or of the one media type in `content`. */
  readonly schemaPointer: string | undefined;
  /** Set when the parameter is described by `content`: its media type. */
  readonly mediaType: string | undefined;
  /** How the members of a form are written, where it is described by `content` and that is stated. */
  readonly encodings: readonly Encoding[];
  /** Written examples, in order: `example`, each value of `examples`, the schema's own. */
  readonly examples: readonly JsonValue[];
}

/** What an operation sends, in the media types that it may be sent in. */
export interface RequestBody {
  readonly pointer: string;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly content: readonly MediaType[];
}

/** What an operation answers: a status, a range of them (`2XX`) or `default`. */
export interface Response {
  /** As written: `200`, `2XX`, `default`. */
  readonly status: string;
  readonly pointer: string;
  readonly description: string | undefined;
  readonly headers: readonly Header[];
  readonly content: readonly MediaType[];
  /** Document order. */
  readonly links: readonly Link[];
}

/**
 * What may be called with a response: an operation, and how its parameters come from the response.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#link-object
 */
export interface Link {
  readonly name: string;
  readonly pointer: string;
  readonly description: string | undefined;
  /** Of an operation of this description; undefined where `operationRef` names it. */
  readonly operationId: string | undefined;
  /** As written: a URI reference to an operation. */
  readonly operationRef: string | undefined;
  /** Names as written, with their place before a dot where there is one (`path.id`); runtime expressions or constants. */
  readonly parameters: readonly { readonly name: string; readonly value: JsonValue }[];
  /** A runtime expression or a constant; undefined where none is written. */
  readonly requestBody: JsonValue | undefined;
}

/** A header of a response, or of a part of a multipart body. */
export interface Header {
  /** As written. */
  readonly name: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  /** Whether an object is written as `a=1,b=2`; the style of a header is always `simple`. */
  readonly explode: boolean;
  /** Of `schema`, or of the one media type in `content`. */
  readonly schemaPointer: string | undefined;
  /** Set when the header is described by `content`: its media type. */
  readonly mediaType: string | undefined;
}

/** A body in one media type; a range such as `text/*` stands for every one that has no entry of its own. */
export interface MediaType {
  /** As written: `application/json`, `text/*`. */
  readonly mediaType: string;
  readonly pointer: string;
  readonly schemaPointer: string | undefined;
  /** OpenAPI 3.2, of each item of a sequential media type. */
  readonly itemSchemaPointer: string | undefined;
  /** How parts of a form or a multipart body are written, where that is stated. */
  readonly encodings: readonly Encoding[];
}

/**
 * How one part of a form or a multipart body is written.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#encoding-object
 */
export interface Encoding {
  /** Which part: by name, by position from 0 (OpenAPI 3.2), or all that have no position of their own. */
  readonly part:
    | { readonly kind: "named"; readonly name: string }
    | { readonly kind: "prefix"; readonly index: number }
    | { readonly kind: "items" };
  readonly pointer: string;
  /** As written: media types, separated by commas; undefined where the schema decides. */
  readonly contentType: string | undefined;
  /** Undefined, as `explode` is, where the part is written as its content type says. */
  readonly style: string | undefined;
  readonly explode: boolean | undefined;
  /** Whether reserved characters stand as they are. */
  readonly allowReserved: boolean;
  /** The names of the headers that a part of a multipart body may have, `Content-Type` aside. */
  readonly headers: readonly string[];
  /** Of the parts of this one, where it is a form or a multipart body itself (OpenAPI 3.2). */
  readonly encodings: readonly Encoding[];
}
