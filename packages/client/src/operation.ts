import type { RequestBody } from "./request/body.ts";
import type { WriteParameter } from "./request/draft.ts";
import type { Streams } from "./stream/open.ts";

/** Where a parameter travels. */
export type ParameterLocation = "path" | "query" | "querystring" | "header" | "cookie";

/**
 * A parameter, as generated code describes it. What is written otherwise than OpenAPI's default for its
 * location (`simple` in path and header, `form` in a query) names the function that writes it, so that
 * no program holds styles which its operations do not use.
 */
export type Parameter = PlainParameter | StyledParameter;

/** A parameter in OpenAPI's default style. */
export interface PlainParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  /** The member of the input that holds it; by default its name. */
  readonly key?: string;
}

/** A parameter that says how it is written. */
export interface StyledParameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly key?: string;
  readonly write: WriteParameter;
  /** By default OpenAPI's for its location: `simple` for path and header, `form` for the others. */
  readonly style?: string;
  /** By default true for the style `form`, else false. */
  readonly explode?: boolean;
  /** Set where the value travels as a document of this media type. */
  readonly mediaType?: string;
}

/** An operation as data: all that a call needs to know of the description. */
export interface Operation {
  /** As it is sent: in upper case, where it is one of HTTP's own. */
  readonly method: string;
  /** The path template: `/models/{id}`. */
  readonly path: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: RequestBody;
  /** The `Accept` header: every media type of the successes. */
  readonly accept?: string;
  /** Media types by status, as the description writes both: `200`, `4XX`, `default`. */
  readonly responses?: { readonly [status: string]: readonly string[] };
  /** What comes item by item. */
  readonly streams?: Streams;
  /** Alternatives, each the names of schemes that are needed together. */
  readonly security?: readonly (readonly string[])[];
  /** The operation's own server, where it is not the description's. */
  readonly baseUrl?: string;
}

/** How people know an operation: `GET /models/{id}`. */
export function labelOf(operation: Operation): string {
  return `${operation.method} ${operation.path}`;
}
