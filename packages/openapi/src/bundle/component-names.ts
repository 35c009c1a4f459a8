import type { JsonValue } from "@truespec/json-schema";
import { formatPointer, splitPointer } from "@truespec/json-schema/json-pointer";
import type { SourceDocument } from "../parse/source-document.ts";
import type { Library } from "./library.ts";
import { locateReference } from "./locate-reference.ts";
import { findRef } from "./references.ts";
import { listSections, sectionKeys, sectionMembers } from "./sections.ts";

/** A place in a file that a component is made of. */
export interface Target {
  readonly document: SourceDocument;
  readonly pointer: string;
}

/** Gives each target of a section its component. */
export interface ComponentNames {
  /** The component's pointer, and whether it was given before. */
  readonly allocate: (
    section: string,
    target: Target,
  ) => { readonly pointer: string; readonly isNew: boolean };
  /** The pointer of a target that was given one. */
  readonly find: (section: string, target: Target) => string | undefined;
}

/**
 * Names components after what is referred to: the last key of the pointer, or the file's name
 * without its ending; a number follows where that is taken.
 *
 * A component of the root document that is nothing but a reference to a target gives the target its
 * own name.
 */
export function createComponentNames(library: Library): ComponentNames {
  const root = library.root.value;
  const pointers = findForwarded(library);
  const taken = new Map<string, Set<string>>();
  return {
    allocate: (section, target) => {
      const key = keyOf(section, target);
      const known = pointers.get(key);
      if (known !== undefined) return { pointer: known, isNew: false };
      const names = taken.get(section) ?? new Set(namesIn(root, section));
      taken.set(section, names);
      const name = findFree(wishedName(target), names);
      names.add(name);
      const pointer = formatPointer([...sectionKeys(root, section), name]);
      pointers.set(key, pointer);
      return { pointer, isNew: true };
    },
    find: (section, target) => pointers.get(keyOf(section, target)),
  };
}

function findForwarded(library: Library): Map<string, string> {
  const { root } = library;
  const found = new Map<string, string>();
  for (const section of listSections(root.value)) {
    for (const [name, value] of sectionMembers(root.value, section)) {
      const ref = findRef(value);
      if (ref === undefined || Object.keys(value ?? {}).length > 1) continue;
      const target = locateReference(library, root, ref);
      if (target.kind !== "found" || target.document === root) continue;
      const key = keyOf(section, target);
      if (!found.has(key))
        found.set(key, formatPointer([...sectionKeys(root.value, section), name]));
    }
  }
  return found;
}

function namesIn(root: JsonValue, section: string): readonly string[] {
  return sectionMembers(root, section).map(([name]) => name);
}

function keyOf(section: string, { document, pointer }: Target): string {
  return `${section} ${document.source}#${pointer}`;
}

function wishedName({ document, pointer }: Target): string {
  const [file = ""] = (document.base.split(/[\\/]/).at(-1) ?? "").split("?", 1);
  const stem = file.replace(/\.(?:json|ya?ml)$/i, "");
  // What is not allowed in a component's name: https://spec.openapis.org/oas/v3.1.1.html#components-object
  return (splitPointer(pointer).at(-1) ?? stem).replace(/[^\w.-]+/g, "_") || "Component";
}

function findFree(wish: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wish)) return wish;
  let count = 2;
  while (taken.has(`${wish}${count}`)) count++;
  return `${wish}${count}`;
}
