import type { Keyword } from "./keyword.ts";
import { defineReference } from "./ref.ts";

/** `$dynamicRef`, Core section 8.2.3.2: decided by the dynamic scope, which a node carries. */
export const dynamicRef: Keyword = defineReference("$dynamicRef", ({ node, value, interpreter }) =>
  typeof value === "string"
    ? interpreter.document.findDynamicallyReferenced(node, value)
    : undefined,
);
