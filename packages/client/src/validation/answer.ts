import type { Operation } from "../operation.ts";
import type { SchemaIssue } from "./standard-schema.ts";

/** What a schema is looked up by. */
export interface CheckedAnswer {
  readonly operation: Operation;
  readonly status: number;
  /** As the result has it. */
  readonly mediaType: string | undefined;
}

/** An answer that does not fit its schema. */
export interface InvalidResponse extends CheckedAnswer {
  readonly requestId: string | undefined;
  /** No secret of the caller stands in their messages. */
  readonly issues: readonly SchemaIssue[];
}
