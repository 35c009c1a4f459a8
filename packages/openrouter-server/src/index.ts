/**
 * OpenRouter's Models API on this machine, to test against offline.
 *
 * For tests: `startServer`. For tools that bring their own transport: `createApp`.
 *
 * @module
 */
export { type App, type AppOptions, basePath, createApp } from "./app.ts";
export type { Catalogue, Traits } from "./catalogue/catalogue.ts";
export { loadCatalogue } from "./catalogue/load-catalogue.ts";
export type {
  Architecture,
  Benchmarks,
  DesignArenaRank,
  Model,
  PriceKey,
  PriceOverride,
  Pricing,
  Reasoning,
  TopProvider,
} from "./catalogue/model.ts";
export { parseCatalogue } from "./catalogue/parse-catalogue.ts";
export { type FaultKind, type FaultRates, faultKinds } from "./faults/fault.ts";
export { ServerError, type ServerErrorCode } from "./server-error.ts";
export { type RunningServer, type ServerOptions, startServer } from "./start-server.ts";
