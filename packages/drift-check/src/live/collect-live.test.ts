import type { IncomingMessage, RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { brief, json, ok, oneGet, run } from "../../test/live.ts";
import { deadOrigin, serve } from "../../test/serve.ts";
import { DriftCheckError } from "../error.ts";
import type { LiveOptions } from "./options.ts";
import { printExchange } from "./print-exchange.ts";
import { parseProbes } from "./probes.ts";

const key = "sk-test-0123456789abcdef";
const secrets = new Map([["Authorization", `Bearer ${key}`]]);

describe("redirects", () => {
  test("credentials stay behind at another origin, and do not come back", async () => {
    const seen: [string, string | undefined][] = [];
    let first = "";
    const far = await serve((request, response) => {
      seen.push(["far", request.headers.authorization]);
      response.writeHead(302, { location: `${first}/b` }).end();
    });
    first = await serve((request, response) => {
      seen.push([`first${request.url}`, request.headers.authorization]);
      if (request.url === "/b") json({ a: 1 })(request, response);
      else response.writeHead(307, { location: far }).end();
    });
    const { items, told } = await run(first, oneGet, { headers: secrets });
    expect(items.map(brief)).toEqual(["200 GET /a"]);
    expect(seen).toEqual([
      ["first/a", `Bearer ${key}`],
      ["far", undefined],
      ["first/b", undefined],
    ]);
    expect(told.join("\n")).toContain("credentials stay behind");
  });

  test("a described redirect is the answer", async () => {
    const origin = await serve((_request, response) =>
      response.writeHead(302, { location: "/b" }).end(),
    );
    const paths = { "/a": { get: { responses: { "302": { description: "" } } } } };
    expect((await run(origin, paths)).items.map(brief)).toEqual(["302 GET /a"]);
  });

  test.each<[string, string, string]>([
    ["a loop", "/a", "unreadable: more than 5 redirects"],
    ["a file", "file:///etc/hosts", "unreadable: it redirects to file:, which is not HTTP"],
    ["no URL", "http://[", "unreadable: it redirects to something that is no URL"],
  ])("%s", async (_name, location, want) => {
    const origin = await serve((_request, response) => response.writeHead(301, { location }).end());
    expect((await run(origin)).items.map(brief)).toEqual([want]);
  });
});

describe("429 and 503", () => {
  const busy = (answers: readonly (readonly [number, string | undefined])[]): RequestListener => {
    const left = [...answers];
    return (request, response) => {
      const [status, after] = left.shift() ?? [200, undefined];
      if (status === 200) return json({})(request, response);
      return response.writeHead(status, after === undefined ? {} : { "retry-after": after }).end();
    };
  };

  test.each<
    [string, readonly (readonly [number, string | undefined])[], readonly number[], string]
  >([
    ["waits as long as is asked", [[429, "3"]], [3_000], "200 GET /a"],
    ["waits until a date", [[503, "Thu, 01 Jan 2026 00:00:05 GMT"]], [5_000], "200 GET /a"],
    ["never longer than the cap", [[429, "61"]], [], "429 GET /a"],
    ["not without being asked", [[429, undefined]], [], "429 GET /a"],
    [
      "not for ever",
      [
        [429, "1"],
        [429, "1"],
        [429, "1"],
      ],
      [1_000, 1_000],
      "429 GET /a",
    ],
  ])("%s", async (_name, answers, waits, want) => {
    const { items, slept } = await run(await serve(busy(answers)));
    expect(slept).toEqual(waits);
    expect(items.map(brief)).toEqual([want]);
  });
});

describe("what goes wrong on the way", () => {
  test.each<[string, RequestListener, string, Partial<LiveOptions>]>([
    [
      "a slow answer",
      () => undefined,
      "timeout: no whole answer within 0.2 seconds",
      { limits: { timeout: 200 } },
    ],
    [
      "a slow body",
      (_q, r) => r.writeHead(200).write("{"),
      "timeout: no whole answer within 0.2 seconds",
      { limits: { timeout: 200 } },
    ],
    [
      "a reset",
      (q) => q.socket.destroy(),
      "unreadable: the connection closed before an answer came",
      {},
    ],
    [
      "a body cut short",
      (_q, r) => {
        r.writeHead(200, { "content-length": "9" });
        r.write("{");
        setTimeout(() => r.destroy(), 20);
      },
      "truncated: the connection closed before the body was complete",
      {},
    ],
    [
      "a huge body",
      (_q, r) => r.end("x".repeat(5_000)),
      "unreadable: the body is larger than 1000 bytes",
      { limits: { bodyBytes: 1_000 } },
    ],
    [
      "a body that is packed and broken",
      (_q, r) => r.writeHead(200, { "content-encoding": "gzip" }).end("not packed at all"),
      "unreadable: the body cannot be unpacked",
      {},
    ],
    [
      "a small body that unpacks huge",
      (_q, r) =>
        r.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(100_000))),
      "unreadable: the body is larger than 1000 bytes",
      { limits: { bodyBytes: 1_000 } },
    ],
  ])("%s", async (_name, listener, want, options) => {
    expect((await run(await serve(listener), oneGet, options)).items.map(brief)).toEqual([want]);
  });

  test("nobody listens: said once, and the rest is skipped", async () => {
    const origin = await deadOrigin();
    const paths = { "/a": { get: { responses: ok } }, "/b": { get: { responses: ok } } };
    expect((await run(origin, paths)).items.map(brief)).toEqual([
      `unreadable: connection refused: nobody listens at ${origin}; start the API or correct the base URL`,
      "skipped GET /b: the API cannot be reached",
    ]);
  });

  test("a port that fetch never connects to", async () => {
    const { items } = await run("http://127.0.0.1:1");
    expect(items.map(brief)).toEqual([expect.stringContaining("unreadable: connection refused")]);
  });

  test.each([
    ["ENOTFOUND", "unreadable: the host of https://a.example is not known"],
    ["ENETUNREACH", "unreadable: https://a.example cannot be reached"],
    ["CERT_HAS_EXPIRED", "unreadable: the certificate of https://a.example is not accepted"],
    ["ODD", "unreadable: the request failed (ODD)"],
  ])("%s says what to do, and not what the system said", async (code, want) => {
    const cause = Object.assign(new Error("it quotes a secret"), { code });
    const fails = () => Promise.reject(new TypeError("fetch failed", { cause }));
    const { items } = await run("https://a.example", oneGet, { fetch: fails });
    expect(items.map(brief)).toEqual([expect.stringContaining(want)]);
    expect(JSON.stringify(items)).not.toContain("it quotes");
  });

  test.each([
    "",
    "example.com",
    "ftp://example.com",
    "https://u:p@example.com",
    "https://example.com?key=1",
  ])("%j is no base URL", async (baseUrl) => {
    const failed = run(baseUrl);
    await expect(failed).rejects.toThrow(DriftCheckError);
    await expect(failed).rejects.not.toThrow("u:p");
  });
});

describe("secrets", () => {
  test("are sent, and kept nowhere, not even where the API echoes them", async () => {
    const seen: IncomingMessage[] = [];
    const origin = await serve((request, response) => {
      seen.push(request);
      const { authorization = "" } = request.headers;
      response.writeHead(200, {
        "content-type": "application/json",
        "x-echo": authorization,
        "set-cookie": "sid=hush",
      });
      response.end(
        JSON.stringify({
          [authorization]: authorization,
          bare: key,
          url: encodeURIComponent(authorization),
        }),
      );
    });
    const probes = parseProbes(
      "probes:\n  - operation: GET /a\n    query: { api_key: hushhush }\n",
      "p",
    );
    const { items, told } = await run(origin, oneGet, { probes, headers: secrets });
    expect(seen[0]?.headers.authorization).toBe(`Bearer ${key}`);
    const kept =
      JSON.stringify(items) +
      told.join() +
      items.map((item) => (item.kind === "exchange" ? printExchange(item.exchange) : "")).join();
    for (const secret of [key, encodeURIComponent(`Bearer ${key}`), "hush"])
      expect(kept).not.toContain(secret);
    expect(kept).toContain('"authorization"');
  });

  test("reach no message when the network fails", async () => {
    const { items, told } = await run(await deadOrigin(), oneGet, { headers: secrets });
    expect(JSON.stringify([items, told])).not.toContain(key);
  });
});
