import type { Body, Exchange, HeaderField } from "../read/exchange.ts";

/**
 * An exchange as one line of NDJSON, its newline included: `{time, request: {method, url, headers, body}, response: {status,
 * headers, body}}`. A text stays a text, exactly as it was received; what the readers and probes dropped is not in it.
 */
export function printExchange({ time, request, response }: Exchange): string {
  const { method, url } = request;
  const line = {
    ...(time === undefined ? {} : { time }),
    request: { method, url, headers: fieldsOf(request.headers), ...bodyOf(request.body) },
    response: {
      status: response.status,
      headers: fieldsOf(response.headers),
      ...bodyOf(response.body),
    },
  };
  return `${JSON.stringify(line)}\n`;
}

function fieldsOf(headers: readonly HeaderField[]): { readonly [name: string]: string } {
  return Object.fromEntries(headers.map(({ name, value }) => [name, value]));
}

/** A recorded text is a body's raw text, so a parsed body that is itself a text is written as JSON again, and what is not what was sent is left out. */
function bodyOf(body: Body): { readonly body?: unknown } {
  switch (body.kind) {
    case "none":
      return {};
    case "text":
      return body.fault === undefined ? { body: body.text } : {};
    case "json":
      return { body: typeof body.value === "string" ? JSON.stringify(body.value) : body.value };
  }
}
