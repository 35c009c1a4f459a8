import type { JsonObject } from "@truespec/json-schema";
import { escapeToken } from "@truespec/json-schema/json-pointer";
import { resolveObject } from "@truespec/openapi";
import type { GenerateDiagnostic } from "../../options.ts";
import type { TypesOptions } from "../options.ts";
import { hideSpecials } from "./placeholder.ts";
import { asObject, findAt, items, own, parseFragment } from "./pointer.ts";
import { type View, wholeView } from "./view.ts";

/** The values that a discriminator's property may have in a component schema, by its name and by the property. */
export type ChildTags = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** What the walk through a document needs to know and gathers on its way. */
export interface Preparation {
  readonly document: JsonObject;
  readonly diagnostics: GenerateDiagnostic[];
  readonly enums: TypesOptions["enums"];
  readonly dates: TypesOptions["dates"];
  /** How schemas are seen from where the walk is. */
  readonly view: View;
  /** Of the children of parents with a discriminator. */
  readonly childTags: ChildTags;
  /**
   * Names of schemas that are no components as they are written: they stand outside of
   * `components.schemas`, or a view changes them. By view and pointer.
   */
  readonly hoisted: Map<string, string>;
  /** The schemas in `hoisted` that are not written yet. */
  readonly pending: Hoisted[];
  /** References that lead nowhere, each told once. */
  readonly unresolved: Set<string>;
  /** What is known of schemas with all that they refer to, by pointer. */
  readonly surveys: Map<string, Survey>;
  /** What is known of schemas alone, by pointer. */
  readonly surveyedNodes: Map<string, SurveyedNode>;
  /** The schemas of parts that are multipart bodies themselves. */
  readonly nestedParts: WeakSet<JsonObject>;
  /** The parameters that are prepared already, which many operations share, by place and pointer. */
  readonly parameters: Map<string, JsonObject>;
}

/** What a schema says somewhere in it that a view may change. */
export interface Survey {
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly binary: boolean;
  /** Whether some text is a date and time. */
  readonly dates: boolean;
  /** Whether some reference is no JSON Pointer from the root: what it leads to is not surveyed. */
  readonly named: boolean;
}

/** A schema without what it refers to. */
export interface SurveyedNode {
  readonly marks: Survey;
  /** Where its references lead: those that are URI fragments. */
  readonly references: readonly (readonly string[])[];
}

/** A schema that is to become a component of its own. */
export interface Hoisted {
  readonly name: string;
  readonly tokens: readonly string[];
  readonly view: View;
}

/** The start of a walk. */
export function startPreparation(document: JsonObject, options: TypesOptions): Preparation {
  return {
    document,
    enums: options.enums,
    dates: options.dates,
    diagnostics: [],
    view: wholeView,
    childTags: new Map(),
    hoisted: new Map(),
    pending: [],
    unresolved: new Set(),
    surveys: new Map(),
    surveyedNodes: new Map(),
    nestedParts: new WeakSet(),
    parameters: new Map(),
  };
}

/** `{ $ref }` to a component that certainly exists, spelled as openapi-typescript parses it. */
export function refTo(kind: string, name: string): JsonObject {
  const key = escapeToken(hideSpecials(name));
  return { $ref: `#/components/${kind}/${encodeURIComponent(key)}` };
}

/** `node` with its `$ref`s followed; undefined when that ends nowhere. */
export function resolveNode(
  { document }: Preparation,
  node: JsonObject | undefined,
): JsonObject | undefined {
  return resolveObject(document, node, "")?.value;
}

/** The name of a component of this kind that `node` refers to directly. */
export function findComponentRef(
  preparation: Preparation,
  kind: string,
  node: JsonObject,
): string | undefined {
  const reference = own(node, "$ref");
  const tokens = typeof reference === "string" ? parseFragment(reference) : undefined;
  const [root, written, name, ...rest] = tokens ?? [];
  if (root !== "components" || written !== kind || !name || rest.length > 0) {
    return undefined;
  }
  return asObject(findAt(preparation.document, [root, kind, name])) === undefined
    ? undefined
    : name;
}

/** The strings among the items of an array. */
export function stringItems(value: Parameters<typeof items>[0]): readonly string[] {
  return items(value).filter((item) => typeof item === "string");
}
