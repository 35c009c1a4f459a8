import { arrayCases } from "./cases/array-cases.ts";
import { compositionCases } from "./cases/composition-cases.ts";
import { objectCases } from "./cases/object-cases.ts";
import { scalarCases } from "./cases/scalar-cases.ts";
import type { SchemaCase } from "./cases/schema-case.ts";

/** Each kind of schema that descriptions hold. */
export const cases: readonly SchemaCase[] = [
  ...scalarCases,
  ...objectCases,
  ...arrayCases,
  ...compositionCases,
];
