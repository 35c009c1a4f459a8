import type { ObserveOptions, Policy } from "@truespec/drift-check";
import type { TruespecEntry } from "@truespec/generator";

/** What a drift check is told beside its command line. */
export type DriftConfig = Pick<Policy, "overrides" | "ignoreHeaders"> &
  Pick<ObserveOptions, "reportHeaders">;

/** What `truespec.config.ts` exports by default. */
export interface TruespecConfig {
  /** What `truespec generate` writes; each entry is one run of it. */
  readonly generate?: readonly TruespecEntry[];
  /** How `truespec drift` judges, and what `truespec observe` remembers. */
  readonly drift?: DriftConfig;
}

/**
 * The configuration itself, typed.
 *
 * @example
 * ```ts
 * import { defineConfig } from "truespec";
 *
 * export default defineConfig({
 *   generate: [
 *     { description: "openapi.yaml", out: "src/api", validators: { formats: "assert" } },
 *     {
 *       description: "admin.yaml",
 *       out: "src/admin",
 *       hooks: {
 *         includeOperation: ({ deprecated }) => !deprecated,
 *         nameOperation: ({ operationId }) => operationId?.replace(/^admin/, ""),
 *       },
 *     },
 *   ],
 *   drift: {
 *     overrides: [
 *       { kind: "undocumented-field", location: "/data/extra", severity: "informational" },
 *     ],
 *     ignoreHeaders: ["x-internal-*"],
 *     reportHeaders: ["x-cache"],
 *   },
 * });
 * ```
 */
export function defineConfig(config: TruespecConfig): TruespecConfig {
  return config;
}
