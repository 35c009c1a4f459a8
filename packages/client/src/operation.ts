/** Where a parameter travels. */
export type ParameterLocation = "path" | "query" | "querystring" | "header" | "cookie";

/** A parameter, as generated code describes it. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  /** The member of the input that holds it; by default its name. */
  readonly key?: string;
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
  /** Media types of the request body, the default first. */
  readonly body?: readonly string[];
  /** Media types by status, as the description writes both: `200`, `4XX`, `default`. */
  readonly responses?: { readonly [status: string]: readonly string[] };
  /** Alternatives, each the names of schemes that are needed together. */
  readonly security?: readonly (readonly string[])[];
  /** The operation's own server, where it is not the description's. */
  readonly baseUrl?: string;
}

/** How people know an operation: `GET /models/{id}`. */
export function labelOf(operation: Operation): string {
  return `${operation.method} ${operation.path}`;
}
