import type { NodeKind, NodeType, ObjectType, PlainType } from "./node-type.ts";

/** A field's type, in short: `schema`, `schema[]`, `{schema}`, or a plain type such as `.string`. */
export type ShortType = NodeKind | `${NodeKind}[]` | `{${NodeKind}}` | `.${PlainType}`;

/** What {@link defineType} takes. A field whose name ends in `!` is required. */
export interface TypeDefinition {
  readonly fields: { readonly [name: string]: ShortType };
  readonly patterned?: { readonly type: ShortType; readonly names: RegExp };
  readonly section?: string;
}

/** Writes a row of the grammar. */
export function defineType(title: string, definition: TypeDefinition): ObjectType {
  const { fields, patterned, section } = definition;
  const entries = Object.entries(fields);
  return {
    title,
    fields: new Map(entries.map(([name, short]) => [name.replace(/!$/, ""), readType(short)])),
    required: entries.flatMap(([name]) => (name.endsWith("!") ? [name.slice(0, -1)] : [])),
    patterned: patterned && { names: patterned.names, type: readNodeType(patterned.type) },
    section,
  };
}

function readType(short: ShortType): NodeType | PlainType {
  // `ShortType` says that a plain type follows the dot
  return short.startsWith(".") ? (short.slice(1) as PlainType) : readNodeType(short);
}

function readNodeType(short: ShortType): NodeType {
  const shape = short.endsWith("[]") ? "list" : short.startsWith("{") ? "map" : "one";
  // What is left between the marks is a kind, as `ShortType` says
  return { kind: short.replace(/[[\]{}]/g, "") as NodeKind, shape };
}
