import type { TypesOptions } from "./options.ts";

/**
 * The declaration of `$Wire`, where types speak of more than JSON carries.
 *
 * TypeScript maps the items of a list at once, and those of `Item[]` when they are asked for: lists of
 * themselves need the latter. A tuple, which a list of its items is not, keeps its places.
 */
export function printWire({ dates }: Pick<TypesOptions, "dates">): string {
  return dates === "string"
    ? ""
    : `/** What JSON carries of a type: texts instead of dates. */
export type $Wire<T> = T extends globalThis.Date
  ? string
  : T extends (infer Item)[]
    ? Item[] extends T
      ? $Wire<Item>[]
      : { [Key in keyof T]: $Wire<T[Key]> }
    : T extends object
      ? { [Key in keyof T]: $Wire<T[Key]> }
      : T;
`;
}

/** A type as JSON carries it. `namespace` is how a module calls the types that it imports: `types.`. */
export function wireOf(
  type: string,
  { dates }: Pick<TypesOptions, "dates">,
  namespace = "",
): string {
  return dates === "string" ? type : `${namespace}$Wire<${type}>`;
}
