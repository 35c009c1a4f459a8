/**
 * Vocabularies, Core section 8.1.2: a meta-schema may leave some of them out.
 */
import { isJsonObject, type JsonValue } from "../json.ts";
import type { SchemaDocument } from "./document.ts";
import type { SchemaNode } from "./node.ts";
import { cutFragment } from "./uri.ts";

/** The vocabularies of draft 2020-12, by the last part of their URI; `annotation` stands for all that assert nothing. */
export type Vocabulary =
  | "core"
  | "applicator"
  | "unevaluated"
  | "validation"
  | "format"
  | "annotation";

const base = "https://json-schema.org/draft/2020-12/vocab/";
const always: ReadonlySet<Vocabulary> = new Set(["core", "annotation", "format"]);

/**
 * Does a vocabulary apply to a node? All do, unless the `$schema` of its resource names a remote
 * meta-schema whose `$vocabulary` leaves it out.
 */
export function isEnabled(
  document: SchemaDocument,
  node: SchemaNode,
  vocabulary: Vocabulary,
): boolean {
  if (always.has(vocabulary)) return true;
  const declared = findVocabularies(document, node);
  return declared === undefined || Object.hasOwn(declared, base + vocabulary);
}

/** Does the node's meta-schema ask that `format` asserts, Validation section 7.2.2? */
export function isFormatAsserted(document: SchemaDocument, node: SchemaNode): boolean {
  const declared = findVocabularies(document, node);
  return declared !== undefined && Object.hasOwn(declared, `${base}format-assertion`);
}

const known: ReadonlySet<string> = new Set([
  ...["core", "applicator", "unevaluated", "validation", "meta-data", "content"],
  ...["format-annotation", "format-assertion"],
]);

/** The vocabularies that a dialect requires and that are not those of draft 2020-12. */
export function findUnknownVocabularies(
  document: SchemaDocument,
  dialect: string,
): readonly string[] {
  return Object.entries(readVocabularies(document, dialect) ?? {})
    .filter(([uri, isRequired]) => isRequired === true && !isKnown(uri))
    .map(([uri]) => uri);
}

function isKnown(uri: string): boolean {
  return uri.startsWith(base) && known.has(uri.slice(base.length));
}

function findVocabularies(
  document: SchemaDocument,
  node: SchemaNode,
): { readonly [uri: string]: JsonValue } | undefined {
  const root = node.place.resource.root.value;
  const dialect =
    isJsonObject(root) && Object.hasOwn(root, "$schema") ? root["$schema"] : undefined;
  return typeof dialect === "string" ? readVocabularies(document, dialect) : undefined;
}

function readVocabularies(
  document: SchemaDocument,
  dialect: string,
): { readonly [uri: string]: JsonValue } | undefined {
  const metaschema = document.findRemote(cutFragment(dialect).uri);
  const declared = isJsonObject(metaschema) ? metaschema["$vocabulary"] : undefined;
  return isJsonObject(declared) ? declared : undefined;
}
