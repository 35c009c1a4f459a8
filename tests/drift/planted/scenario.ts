import type { JsonObject, JsonValue } from "@truespec/json-schema";

/** One recorded exchange, as a line of NDJSON holds it. */
export interface Recorded {
  readonly time?: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: JsonValue;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: JsonValue;
    readonly bodyEncoding?: "base64";
  };
}

/** A description, what its API answered, and every finding that follows, exactly. */
export interface Scenario {
  readonly name: string;
  /** Of the body of `GET /things`, 200, `application/json`. Default: anything. */
  readonly schema?: JsonValue;
  readonly schemas?: JsonObject;
  /** Default: 3.1.0. */
  readonly version?: string;
  /** Members of the operation, instead of the one response. */
  readonly operation?: JsonObject;
  /** Path items beside `/things`. */
  readonly paths?: JsonObject;
  readonly exchanges: readonly Recorded[];
  /** Findings as `lineOf` writes them, in any order. */
  readonly want: readonly string[];
  /** Kinds of collection problems. Default: none. */
  readonly problems?: readonly string[];
}

/** What an exchange of `GET /things` is, where it is no plain 200 with JSON. */
export interface Turn {
  readonly method?: string;
  readonly path?: string;
  readonly server?: string;
  readonly status?: number;
  /** Default: `application/json`; null: none is told. */
  readonly mediaType?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly time?: string;
  readonly sent?: JsonValue;
}

const api = "https://api.example.com/v1";

/** An exchange with an answer that has this body; a string is its raw text. */
export function exchange(body: JsonValue | undefined, turn: Turn = {}): Recorded {
  const { method = "GET", path = "/things", server = api, status = 200, sent } = turn;
  const { mediaType = "application/json", headers = {}, time } = turn;
  const sentBody =
    sent === undefined ? {} : { headers: { "content-type": "application/json" }, body: sent };
  return {
    ...(time === undefined ? {} : { time }),
    request: { method, url: `${server}${path}`, ...sentBody },
    response: {
      status,
      headers: { ...(mediaType === null ? {} : { "content-type": mediaType }), ...headers },
      ...(body === undefined ? {} : { body }),
    },
  };
}

/** Exchanges of `GET /things`, one for each body. */
export function bodies(...values: readonly JsonValue[]): readonly Recorded[] {
  return values.map((value) => exchange(value));
}

/** The same value so many times. */
export function times<T>(count: number, value: T): readonly T[] {
  return Array.from({ length: count }, () => value);
}

/** An array of `count` items made by index. */
export function list(count: number, item: (index: number) => JsonValue): readonly JsonValue[] {
  return Array.from({ length: count }, (_, index) => item(index));
}

/** An object schema with these properties. */
export function object(properties: JsonObject, more: JsonObject = {}): JsonObject {
  return { type: "object", properties, ...more };
}

/** An array schema. */
export function arrayOf(items: JsonValue): JsonObject {
  return { type: "array", items };
}

/** A reference to a component schema. */
export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** A response with one JSON schema. */
export function answer(schema: JsonValue, more: JsonObject = {}): JsonObject {
  return { description: "x", content: { "application/json": { schema } }, ...more };
}

/** The OpenAPI document of a scenario. */
export function documentOf({
  schema = {},
  schemas = {},
  version = "3.1.0",
  operation = { responses: { "200": answer(schema) } },
  paths = {},
}: Scenario): JsonObject {
  return {
    openapi: version,
    info: { title: "Things", version: "1" },
    servers: [{ url: api }],
    paths: { "/things": { get: operation }, ...paths },
    components: { schemas },
  };
}
