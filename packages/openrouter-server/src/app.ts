import { type Context, Hono } from "hono";
import { errorBody } from "./answers/json-answers.ts";
import { hasListTotals, rewindCatalogue } from "./catalogue/as-of.ts";
import type { Catalogue } from "./catalogue/catalogue.ts";
import { createRateLimiter, excessHeaders } from "./rate-limit.ts";
import type { Api } from "./routes/api.ts";
import { answerModel } from "./routes/model.ts";
import { answerModels } from "./routes/models.ts";
import { answerModelsCount } from "./routes/models-count.ts";
import { answerModelsUser } from "./routes/models-user.ts";

/** Where the API lives below its host. */
export const basePath = "/api/v1";

/** How the app answers. */
export interface AppOptions {
  /** Answers as on this date: without later models and later fields. */
  readonly asOf?: Date | undefined;
  /** Requests a minute before a 429; unlimited by default. */
  readonly rateLimit?: number | undefined;
  /** `as-observed` words some errors as the live API was seen to, against its documentation. */
  readonly errors?: "documented" | "as-observed" | undefined;
  /** The clock; the system's by default. */
  readonly now?: (() => Date) | undefined;
}

/** The API without a server around it. */
export interface App {
  /** Answers a request, whatever its host. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Answers a request to a path, in the words of the platform's `fetch`. */
  readonly request: (path: string, init?: RequestInit) => Response | Promise<Response>;
}

const routes: readonly (readonly [string, (request: Context, api: Api) => Response])[] = [
  ["/models", answerModels],
  ["/models/count", answerModelsCount],
  ["/models/user", answerModelsUser],
  ["/model/:author/:slug", answerModel],
];

/**
 * Creates the Models API over a catalogue, as an app that needs no network.
 *
 * @example
 * const app = createApp(await loadCatalogue());
 * const response = await app.request("/api/v1/models?sort=newest");
 */
export function createApp(catalogue: Catalogue, options: AppOptions = {}): App {
  const { asOf, errors = "documented", now = () => new Date(), rateLimit } = options;
  const api: Api = {
    catalogue: asOf === undefined ? catalogue : rewindCatalogue(catalogue, asOf),
    now: () => asOf ?? now(),
    totals: asOf === undefined || hasListTotals(asOf),
    errors,
  };
  const app = new Hono();
  app.use(allowEveryOrigin);
  if (rateLimit !== undefined) limitRate(app, rateLimit, now);
  for (const [path, answer] of routes) {
    app.get(basePath + path, (request) => answer(request, api));
    app.all(basePath + path, refuseMethod);
  }
  app.notFound((request) => request.json(errorBody(404, "Not found"), 404));
  app.onError((_, request) => request.json(errorBody(500, "Internal Server Error"), 500));
  return app;
}

async function allowEveryOrigin(request: Context, next: () => Promise<void>): Promise<void> {
  await next();
  request.header("Access-Control-Allow-Origin", "*");
}

function refuseMethod(request: Context): Response {
  return request.json(errorBody(405, "Method not allowed"), 405, { Allow: "GET, HEAD" });
}

function limitRate(app: Hono, limit: number, now: () => Date): void {
  const count = createRateLimiter(limit);
  app.use(async (request, next) => {
    const excess = count(now());
    if (excess === undefined) return next();
    const headers = excessHeaders(excess);
    return request.json(errorBody(429, "Rate limit exceeded", { headers }), 429, headers);
  });
}
