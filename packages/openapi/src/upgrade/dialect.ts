import type { Report } from "../diagnostics/diagnose.ts";
import type { Dialect } from "./rule.ts";

/**
 * The dialect of a description's version; undefined for one that cannot be read, which is reported
 * at the root.
 */
export function findDialect(version: string, report: Report): Dialect | undefined {
  if (/^1(?:\.|$)/.test(version)) {
    report("swagger-not-read", { version }, "/swagger");
    return undefined;
  }
  if (/^2(?:\.|$)/.test(version)) return "2.0";
  if (/^3\.0(?:\.|$)/.test(version)) return "3.0";
  if (!/^3\.[12](?:\.|$)/.test(version)) report("version-unknown", { version }, "/openapi");
  return "3.1";
}
