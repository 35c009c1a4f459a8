/**
 * The core keywords that only name things. The document reads them; here what cannot be a name
 * becomes a diagnostic.
 */
import { findUnknownVocabularies } from "../document/vocabulary.ts";
import { isJsonObject } from "../json.ts";
import type { Keyword, Site } from "./keyword.ts";

function defineName(name: string): Keyword {
  return {
    ...{ name, vocabulary: "core", target: "any", expects: "a string" },
    accepts: (value) => typeof value === "string",
  };
}

const otherDraft =
  /^https?:\/\/json-schema\.org\/(?:draft-0[0-7]|draft\/2019-09)\/(?:hyper-)?schema#?$/;

/** Tells a dialect that the schema is not read by. */
function reportDialect(site: Site): undefined {
  const { value, interpreter } = site;
  if (typeof value !== "string") return;
  if (otherDraft.test(value)) {
    site.reportFault(
      "This schema is of another draft, and is read as draft 2020-12. Convert it, and name that draft.",
    );
  }
  for (const uri of findUnknownVocabularies(interpreter.document, value)) {
    site.reportFault(
      `The meta-schema requires the vocabulary ${JSON.stringify(uri)}, which is not known; its keywords assert nothing here.`,
    );
  }
}

/** `$schema`, Core section 8.1.1. Whatever it names, the schema is read as draft 2020-12. */
export const dialect: Keyword = {
  ...{ ...defineName("$schema"), interpret: reportDialect, compile: reportDialect },
};

/** `$id`, Core section 8.2.1. */
export const id: Keyword = defineName("$id");

/** `$anchor`, Core section 8.2.2. */
export const anchor: Keyword = defineName("$anchor");

/** `$dynamicAnchor`, Core section 8.2.2. */
export const dynamicAnchor: Keyword = defineName("$dynamicAnchor");

/** `$defs`, Core section 8.2.4. */
export const definitions: Keyword = {
  ...{ name: "$defs", vocabulary: "core", target: "any", expects: "an object of schemas" },
  accepts: isJsonObject,
};
