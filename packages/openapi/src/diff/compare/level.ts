import type { FoundChange } from "../change.ts";
import type { SchemaPair } from "./schema-walk.ts";

/** A pair of schemas below the one that is explained. */
export interface Below extends SchemaPair {
  /** Where the changes stand when no schema does. */
  readonly pointer: string;
}

/** What one level of a schema shows: its own changes, and the pairs below it. */
export interface Level {
  readonly changes: readonly FoundChange[];
  readonly below: readonly Below[];
}
