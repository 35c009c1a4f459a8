import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { type Description, loadDescription, type ReadSource } from "@truespec/openapi";
import type { Reload } from "../src/propose/proposal.ts";
import { createReload } from "../src/propose/reload.ts";
import type { Collected } from "../src/read/collected.ts";
import type { Body, HeaderField } from "../src/read/exchange.ts";

/** A description that was loaded, and the way to load it again. */
export interface LoadedApi {
  readonly description: Description;
  readonly reload: Reload;
}

/** An OpenAPI document with one operation, `GET /things`, that answers 200 with JSON of this schema. */
export function documentOf(
  schema: JsonValue,
  { schemas = {}, version = "3.1.0" }: { schemas?: JsonObject; version?: string } = {},
): JsonObject {
  return {
    openapi: version,
    info: { title: "Things", version: "1" },
    servers: [{ url: "https://api.example.com/v1" }],
    paths: {
      "/things": {
        get: {
          responses: {
            "200": { description: "Things", content: { "application/json": { schema } } },
          },
        },
      },
    },
    components: { schemas },
  };
}

/** Loads an OpenAPI document as a user would; throws with its diagnostics when it is faulty. */
export async function loadApi(document: JsonObject): Promise<LoadedApi> {
  const text = JSON.stringify(document);
  const read: ReadSource = async (location) => ({
    location,
    bytes: new TextEncoder().encode(text),
  });
  const result = await loadDescription("api.json", { read });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return { description: result.description, reload: createReload("api.json", { read }) };
}

/** What an exchange of `GET /things` answers beside its body. */
export interface Answer {
  readonly status?: number;
  readonly mediaType?: string | undefined;
  readonly headers?: readonly HeaderField[];
  readonly url?: string;
  readonly method?: string;
  readonly time?: string;
  /** Headers and body of the request. */
  readonly sent?: readonly HeaderField[];
  readonly body?: Body;
}

/** Exchanges of `GET /things`, one for each parsed body, with ids `a:1`, `a:2` and so on. */
export function answers(bodies: readonly JsonValue[], answer: Answer = {}): readonly Collected[] {
  return exchangesOf(
    bodies.map((value) => ({ kind: "json", value })),
    answer,
  );
}

/** Exchanges of `GET /things` whose bodies are texts as they came over the wire. */
export function textAnswers(texts: readonly string[], answer: Answer = {}): readonly Collected[] {
  return exchangesOf(
    texts.map((text) => ({ kind: "text", text })),
    answer,
  );
}

function exchangesOf(bodies: readonly Body[], answer: Answer): readonly Collected[] {
  const { status = 200, mediaType = "application/json", headers = [], time } = answer;
  const { url = "https://api.example.com/v1/things", method = "GET" } = answer;
  return bodies.map((body, index) => ({
    kind: "exchange",
    exchange: {
      id: `a:${index + 1}`,
      time,
      request: { method, url, headers: answer.sent ?? [], body: answer.body ?? { kind: "none" } },
      response: {
        status,
        headers: [{ name: "content-type", value: mediaType }, ...headers],
        body,
      },
      operation: undefined,
      probed: false,
    },
  }));
}
