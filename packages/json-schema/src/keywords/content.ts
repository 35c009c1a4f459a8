/**
 * The keywords for strings that hold other content, Validation section 8: annotations, as draft
 * 2020-12 has them. Nothing is decoded, so a string is never refused for what is inside.
 */
import { isSchema } from "../document/node.ts";
import { hasMember } from "../instance.ts";
import type { Keyword } from "./keyword.ts";
import { annotateValue } from "./metadata.ts";

const ofStrings = { vocabulary: "annotation", target: "string" } as const;

/** `contentEncoding`, Validation section 8.3. */
export const contentEncoding: Keyword = {
  ...{ name: "contentEncoding", ...ofStrings, expects: "a string" },
  accepts: (value) => typeof value === "string",
  annotate: annotateValue,
};

/** `contentMediaType`, Validation section 8.4. */
export const contentMediaType: Keyword = {
  ...{ name: "contentMediaType", ...ofStrings, expects: "a string" },
  accepts: (value) => typeof value === "string",
  annotate: annotateValue,
};

/** `contentSchema`, Validation section 8.5: it means nothing without `contentMediaType` beside it. */
export const contentSchema: Keyword = {
  ...{ name: "contentSchema", ...ofStrings, expects: "a schema" },
  accepts: isSchema,
  annotate: (site) =>
    hasMember(site.schema, "contentMediaType") ? annotateValue(site) : undefined,
};
