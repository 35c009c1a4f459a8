import type * as typescript from "typescript";
import { ts } from "../../ts-morph.ts";

/**
 * TypeScript, as far as the types are concerned: the one that ts-morph brings, since another would take as
 * long to load and 30 MB besides. What openapi-typescript imports as `typescript` is this module.
 */
// It is of another version, whose declarations TypeScript tells apart by name.
const compiler = ts as unknown as typeof typescript;

export default compiler;
