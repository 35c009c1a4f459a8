import { namesOf, parseTemplate } from "../../match/path-template.ts";

/** The names of a path's parameters, in order. */
export function pathNames(path: string): readonly string[] {
  return namesOf(parseTemplate(path));
}

/** A path without the names of its parameters: what requests see of it. */
export function anonymousPath(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}
