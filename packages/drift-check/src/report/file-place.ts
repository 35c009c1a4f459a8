import { relative, resolve, sep } from "node:path";
import type { Description } from "@truespec/openapi";
import type { Finding } from "../compare/finding.ts";

/** How findings are found in the files of the description. */
export interface FindPlaces {
  readonly locate: Description["locate"];
  /** The folder that paths are told relative to: where the command runs. */
  readonly root: string;
}

/** A place in a file of the description. */
export interface FilePlace {
  /** A URI reference (RFC 3986) relative to the root, or a URL. */
  readonly uri: string;
  /** The path relative to the root; undefined for a URL. */
  readonly path: string | undefined;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** The line of the schema, or the nearest node, that speaks about a finding; undefined where the description came from standard input. */
export function filePlaceOf(
  { schemaPointer }: Pick<Finding, "schemaPointer">,
  { locate, root }: FindPlaces,
): FilePlace | undefined {
  const location = locate(schemaPointer ?? "");
  if (location === undefined || location.source === "-") return undefined;
  const { source, line, column } = location;
  if (/^[a-z][a-z0-9+.-]+:/i.test(source)) return { uri: source, path: undefined, line, column };
  const tokens = relative(root, resolve(root, source)).split(sep);
  const uri = tokens.map(encodeURIComponent).join("/");
  return { uri, path: tokens.join("/"), line, column };
}
