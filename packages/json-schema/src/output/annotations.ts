import type { KeywordTrace, SchemaTrace } from "../interpreter/trace.ts";
import type { JsonValue } from "../json.ts";
import { escapeToken } from "../json-pointer.ts";
import type { InstanceEvaluation } from "./evaluator.ts";
import { formatAbsolute, type OutputLocation } from "./locations.ts";

/** What a keyword annotates a place of the instance with, Core section 7.7. */
export interface Annotation extends OutputLocation {
  readonly keyword: string;
  readonly value: JsonValue;
}

/**
 * Every annotation of an instance, outermost schema first: of the keywords that describe, of
 * unknown ones, and of those that apply subschemas (the properties and items that they applied one
 * to). A schema that the instance does not meet annotates nothing, nor does one below it; so an
 * invalid instance has no annotations.
 *
 * A schema annotates a place once, by the first way that leads there.
 *
 * @example
 * collectAnnotations(evaluate({ id: "a" })).filter(({ keyword }) => keyword === "deprecated");
 */
export function collectAnnotations({ trace }: InstanceEvaluation): readonly Annotation[] {
  const annotations: Annotation[] = [];
  const seen = new Set<SchemaTrace>();
  const visit = (schema: SchemaTrace, location: string): void => {
    if (!schema.isValid || seen.has(schema)) return;
    seen.add(schema);
    for (const keyword of schema.keywords) {
      const annotation = readAnnotation(schema, keyword, location);
      if (annotation !== undefined) annotations.push(annotation);
      for (const applied of keyword.applied) visit(applied.schema, location + applied.location);
    }
  };
  visit(trace, "");
  return annotations;
}

/** The annotation of a keyword of a schema that the instance meets; undefined for none. */
export function readAnnotation(
  schema: SchemaTrace,
  { keyword, annotation }: KeywordTrace,
  location: string,
): Annotation | undefined {
  if (annotation === undefined) return undefined;
  const name = escapeToken(keyword);
  return {
    ...{ keyword, value: annotation },
    keywordLocation: `${location}/${name}`,
    absoluteKeywordLocation: formatAbsolute(schema.node, name),
    instanceLocation: schema.instanceLocation,
  };
}
