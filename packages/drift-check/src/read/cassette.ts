import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";

/** What a recording holds of an exchange, whatever its outline beside that. */
export type ExchangeRecord = JsonObject & {
  readonly request: JsonObject;
  readonly response: JsonObject;
};

/**
 * An exchange in our own outline, also where it stands in VCR's, whose cassettes wrap bodies: `{encoding, string}` or
 * `{encoding, base64_string}`. A status that is an object, `{code, message}`, tells them.
 */
export function unwrapCassette(record: ExchangeRecord): ExchangeRecord {
  const { request, response } = record;
  if (!isJsonObject(response["status"])) return record;
  return {
    time: record["recorded_at"] ?? record["time"] ?? null,
    request: { ...request, ...unwrapBody(request["body"]) },
    response: { ...response, ...unwrapBody(response["body"]) },
  };
}

function unwrapBody(body: JsonValue | undefined): JsonObject {
  if (!isJsonObject(body)) return {};
  const { string, base64_string: packed } = body;
  if (typeof packed === "string") return { body: packed, bodyEncoding: "base64" };
  return typeof string === "string" ? { body: string } : {};
}
