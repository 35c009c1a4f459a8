import type { IncomingMessage, RequestListener } from "node:http";
import type { JsonObject } from "@truespec/json-schema";
import { collectLive } from "../src/live/collect-live.ts";
import type { LiveOptions } from "../src/live/options.ts";
import type { Collected } from "../src/read/collected.ts";
import { loadApi } from "./api.ts";

function apiOf(paths: JsonObject): JsonObject {
  return { openapi: "3.1.0", info: { title: "T", version: "1" }, paths };
}

/** Any JSON with status 200. */
export const ok = { "200": { description: "", content: { "application/json": { schema: {} } } } };
/** Paths with one operation, `GET /a`. */
export const oneGet = { "/a": { get: { responses: ok } } };

/** What a live check yielded, told and waited. */
export interface Run {
  readonly items: readonly Collected[];
  readonly told: readonly string[];
  readonly slept: readonly number[];
}

/** Runs a live check of these paths to its end; its clock stands still and its sleep is only noted. */
export async function run(
  baseUrl: string,
  paths: JsonObject = oneGet,
  options: Partial<LiveOptions> = {},
): Promise<Run> {
  const { description } = await loadApi(apiOf(paths));
  const told: string[] = [];
  const slept: number[] = [];
  const items: Collected[] = [];
  const live = collectLive(description, {
    baseUrl,
    headers: new Map(),
    fetch,
    now: () => Date.parse("2026-01-01T00:00:00Z"),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
    userAgent: "truespec-test",
    tell: (message) => told.push(message),
    ...options,
  });
  for await (const item of live) items.push(item);
  return { items, told, slept };
}

/** An item in a few words. */
export function brief(item: Collected): string {
  switch (item.kind) {
    case "exchange":
      return `${item.exchange.response.status} ${item.exchange.operation}`;
    case "problem":
      return `${item.problem.kind}: ${item.problem.message.replace(/^\S+ \S+: /, "")}`;
    case "skipped":
      return `skipped ${item.skipped.operation}: ${item.skipped.reason}`;
    case "profile":
      return "profile";
  }
}

/** A listener that answers every request with this JSON, and notes it. */
export function json(body: unknown, seen: IncomingMessage[] = []): RequestListener {
  return (request, response) => {
    seen.push(request);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
}
