import {
  call,
  createConnection,
  type Parameter,
  type Result,
  styledPath,
  styledQuery,
} from "@truespec/client";
import { parseTemplate } from "url-template";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRandom, type Random } from "../differential/random.ts";
import { answer, type FaultyServer, startFaultyServer } from "./faulty-server.ts";

/** A parameter, and the expression of RFC 6570 that OpenAPI calls equivalent to it. */
interface Row {
  readonly expression: string;
  readonly parameter: Parameter;
}

type Primitive = string | number | boolean | null;

const path = { name: "v", in: "path" } as const;
const query = { name: "v", in: "query" } as const;
const label = { ...path, write: styledPath, style: "label" } as const;
const matrix = { ...path, write: styledPath, style: "matrix" } as const;

let server: FaultyServer;
beforeAll(async () => {
  server = await startFaultyServer([answer(204)]);
});
afterAll(() => server.close());

/** @see https://spec.openapis.org/oas/v3.1.1.html#appendix-c-using-rfc6570-based-serialization */
test.each<Row>([
  { expression: "{v}", parameter: path },
  { expression: "{v*}", parameter: { ...path, write: styledPath, explode: true } },
  { expression: "{.v}", parameter: label },
  { expression: "{.v*}", parameter: { ...label, explode: true } },
  { expression: "{;v}", parameter: matrix },
  { expression: "{;v*}", parameter: { ...matrix, explode: true } },
  { expression: "{?v*}", parameter: query },
  { expression: "{?v}", parameter: { ...query, write: styledQuery, explode: false } },
])("$expression is sent as RFC 6570 expands it", async ({ expression, parameter }) => {
  const connection = createConnection(
    { baseUrl: server.url },
    { baseUrl: "", securitySchemes: {} },
  );
  const template = parseTemplate(`/${expression}`);
  const inPath = parameter.in === "path" ? "/{v}" : "/";
  const operation = { method: "GET", path: inPath, parameters: [parameter] };
  const random = createRandom(6570);
  for (const make of [makeText, makeList, makeObject].flatMap((one) =>
    Array.from({ length: 20 }, () => one),
  )) {
    const v = make(random);
    await call<Result>(connection, operation, { v });
    expect([v, server.received.at(-1)?.url]).toEqual([v, template.expand({ v })]);
  }
});

/** What some implementation leaves as it is, or encodes without need; a blank, and what has more than one byte or code unit. */
const characters = [..."aZ09-_~!'()*:/?#[]@$&+,;=%\"<>\\^`{|} é€😀"];

/** Never empty, as the first item of a list: there OpenAPI's own table goes before. */
function makeText(random: Random): string {
  const count = 1 + random.below(6);
  return Array.from({ length: count }, () => random.pick(characters) ?? "").join("");
}

function makeList(random: Random): Primitive[] {
  const others = Array.from({ length: random.below(4) }, () =>
    random.pick<Primitive>([makeText(random), makeText(random), true, -1.5, 1e21, null]),
  );
  return [makeText(random), ...others];
}

function makeObject(random: Random): Record<string, Primitive> {
  return Object.fromEntries(makeList(random).map((value) => [makeText(random), value]));
}
