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
  const typed = entries.map(([name, short]) => [name.replace(/!$/, ""), readType(short)] as const);
  return {
    title,
    fields: new Map(typed),
    parts: new Map(
      typed.flatMap(([name, type]) => (typeof type === "string" ? [] : [[name, type]])),
    ),
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
  // What is left between the marks is a kind, as `ShortType` says
  const kind = short.replace(/[[\]{}]/g, "") as NodeKind;
  const item = { kind, shape: "one" } as const;
  if (short.endsWith("[]")) return { kind, shape: "list", item };
  return short.startsWith("{") ? { kind, shape: "map", item } : item;
}
