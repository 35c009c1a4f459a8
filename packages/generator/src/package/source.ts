import type { Description } from "@truespec/openapi";
import type { Names } from "../names/names.ts";
import type { GenerateOptions } from "../options.ts";

/** What the files around the generated modules are made from. */
export interface PackageSource {
  readonly description: Description;
  readonly names: Names;
  readonly options: GenerateOptions;
}
