import { decodeBody } from "../read/body.ts";
import type { Body, Exchange, HeaderField } from "../read/exchange.ts";
import { readHeaders } from "../read/headers.ts";
import { redacted, redactUrl } from "../read/secrets.ts";
import type { Conceal } from "./conceal.ts";
import type { WireAnswer, WireRequest } from "./send.ts";

/** What was asked and answered, and how it is to be kept. */
export interface Heard {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Label of the operation that was asked. */
  readonly operation: string;
  readonly request: WireRequest;
  readonly answer: WireAnswer;
}

/**
 * The exchange as it may be kept: credentials are named and their values dropped, also where the API echoes them.
 *
 * @throws when the body is packed and broken
 */
export function exchangeOf(
  { id, time, operation, request, answer }: Heard,
  conceal: Conceal,
): Exchange {
  const headers = readHeaders([...answer.headers]).map((field) => concealField(field, conceal));
  return {
    id,
    time: new Date(time).toISOString(),
    request: {
      method: request.method,
      url: conceal(redactUrl(request.url.href)),
      headers: requestHeaders(request, conceal),
      body: { kind: "none" },
    },
    response: {
      status: answer.status,
      headers,
      body: concealBody(decodeBody(answer.body, headers), conceal),
    },
    operation,
    probed: true,
  };
}

function requestHeaders(
  { headers, secrets }: WireRequest,
  conceal: Conceal,
): readonly HeaderField[] {
  const shown = readHeaders(headers.map(([name, value]) => [name, value]));
  const hidden = [...secrets.keys()].map((name) => ({ name: name.toLowerCase(), value: redacted }));
  const names = new Set(hidden.map(({ name }) => name));
  const kept = shown.filter(({ name }) => !names.has(name));
  return [...kept.map((field) => concealField(field, conceal)), ...hidden];
}

function concealField({ name, value }: HeaderField, conceal: Conceal): HeaderField {
  return { name: conceal(name), value: conceal(value) };
}

function concealBody(body: Body, conceal: Conceal): Body {
  return body.kind === "text" ? { ...body, text: conceal(body.text) } : body;
}
