import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import {
  escapeToken,
  findChild,
  parsePointer,
  resolvePointer,
} from "@truespec/json-schema/json-pointer";
import type { Description } from "@truespec/openapi";
import { appendToPath } from "@truespec/openapi/json-path";

/** A node that an overlay can change. */
export interface Target {
  readonly kind: "target";
  /** Its place in the composed description. */
  readonly pointer: string;
  /** Its place in the document that the overlay is applied to. */
  readonly written: string;
  /** The node as the composed description has it. */
  readonly node: JsonObject;
}

/** Why an overlay had better not change a node. */
export interface NoTarget {
  readonly kind: "none";
  readonly reason: string;
}

/** Below these, to allow more in one schema may be to allow less in the whole. */
const risky = /(?<!\/properties)\/(not|if|then|else)(\/|$)/;

/**
 * Finds what an overlay has to name to change a node of the composed description: the same node in the root document
 * with earlier overlays applied.
 */
export function findTarget(description: Description, pointer: string): Target | NoTarget {
  const node = resolvePointer(description.document, pointer);
  if (!isJsonObject(node)) return none("its schema is no object of keywords");
  if (Object.hasOwn(node, "$ref")) return none("its schema stands beside a `$ref`");
  const combiner = risky.exec(pointer)?.[0].split("/")[1];
  if (combiner !== undefined) return none(`its schema is a part of \`${combiner}\``);
  const written = findWritten(description, pointer, node);
  if (written === undefined) return none("its schema is not written in the description's own file");
  return { kind: "target", pointer, written, node };
}

function none(reason: string): NoTarget {
  return { kind: "none", reason };
}

/** What is told of a node that was made on the way is the place around it. */
function findWritten(
  { source, locate }: Description,
  pointer: string,
  node: JsonObject,
): string | undefined {
  const place = locate(pointer);
  if (place === undefined) return undefined;
  if (place.source !== source) return place.pointer.startsWith("/actions/") ? pointer : undefined;
  const last = (path: string): string | undefined => path.split("/").at(-1);
  const isOwn = (name: string): boolean => {
    const member = `/${escapeToken(name)}`;
    return locate(`${pointer}${member}`)?.pointer === `${place.pointer}${member}`;
  };
  return last(place.pointer) === last(pointer) || Object.keys(node).some(isOwn)
    ? place.pointer
    : undefined;
}

/** The JSONPath (RFC 9535) of a pointer's node. */
export function pathOf(document: JsonValue, pointer: string): string {
  let path = "$";
  let node: JsonValue | undefined = document;
  for (const token of parsePointer(pointer)) {
    path = appendToPath(path, isJsonArray(node) ? Number(token) : token);
    node = findChild(node, token);
  }
  return path;
}
