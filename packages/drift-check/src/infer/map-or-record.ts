import type { Shape } from "../profile/shape.ts";
import { totalOf, typesIn } from "../profile/type-counts.ts";

const leastObjects = 2;
const leastKeys = 8;
const identifierLike: readonly RegExp[] = [
  /^\d+$/,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  /^(?=.*\d)[0-9a-f]{8,}$/i,
  /^\d{4}-\d\d(-\d\d)?/,
];

/**
 * What the keys of an object are: names of fields (`record`) or data (`map`).
 *
 * A map needs two objects, eight keys and one type of value; then keys that read as identifiers, or keys of which more
 * than 30 % of the sights are the only one. Keys that come again and again are a record. In between nobody can tell.
 */
export function judgeKeys(shape: Shape): "map" | "record" | "unsure" {
  const children = [...shape.properties];
  if (shape.truncated) return hasOneType(children.map(([, child]) => child)) ? "map" : "unsure";
  if ((shape.types.object ?? 0) < leastObjects || children.length < leastKeys) return "record";
  if (!hasOneType(children.map(([, child]) => child))) return "record";
  if (children.every(([name]) => identifierLike.some((pattern) => pattern.test(name))))
    return "map";
  const sights = children.map(([, child]) => totalOf(child.types));
  const singletons = sights.filter((count) => count === 1).length;
  const all = sights.reduce((sum, count) => sum + count, 0);
  if (singletons / all > 0.3) return "map";
  return singletons / children.length <= 0.2 ? "record" : "unsure";
}

function hasOneType(shapes: readonly Shape[]): boolean {
  const types = shapes.flatMap((shape) => typesIn(shape.types).filter((type) => type !== "null"));
  return new Set(types.map((type) => (type === "integer" ? "number" : type))).size === 1;
}
