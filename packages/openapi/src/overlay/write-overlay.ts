import {
  findMember,
  isJsonArray,
  isJsonObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { isSameJson } from "../json/json-value.ts";
import { appendToPath } from "./json-path.ts";
import type { Overlay, OverlayAction } from "./overlay.ts";

/** What an overlay is called. */
export interface OverlayTitle {
  readonly title: string;
  /** Of the overlay itself. Default: `1.0.0`. */
  readonly version?: string;
}

/**
 * The overlay that makes one document of another, in shapes that engines agree on: objects are
 * merged; what goes, and what an array or a value of another kind replaces, is removed first;
 * primitive values are merged at the object that holds them; targets are bracketed names.
 *
 * Undefined where nothing differs. Applied again it changes nothing. It says 1.1.0 only where it
 * removes a primitive value, which Overlay 1.0 does not know. A name with half of a surrogate pair
 * has no JSONPath; what holds it is replaced as a whole, and undefined is given where that is the
 * document itself.
 *
 * @see https://spec.openapis.org/overlay/v1.1.0.html
 *
 * @example
 * ```ts
 * import { printOverlay, writeOverlay } from "@truespec/openapi";
 *
 * const before = { info: { title: "Pets", tags: ["a"] } };
 * const after = { info: { title: "Cats", tags: ["b"] } };
 * const overlay = writeOverlay(before, after, { title: "Cats only" });
 * if (overlay !== undefined) console.log(printOverlay(overlay));
 * ```
 */
export function writeOverlay(
  before: JsonObject,
  after: JsonObject,
  { title, version = "1.0.0" }: OverlayTitle,
): Overlay | undefined {
  const steps = differ("$", before, after);
  if (steps === undefined || steps.length === 0) return undefined;
  const overlay = steps.some(({ needs }) => needs === "1.1.0") ? "1.1.0" : "1.0.0";
  return { overlay, title, version, actions: steps.map(({ action }) => action) };
}

/** An action, and the version that it needs. */
interface Step {
  readonly action: OverlayAction;
  readonly needs: "1.0.0" | "1.1.0";
}

/** The steps from one value to another; undefined where what holds it has to replace it. */
function differ(path: string, before: JsonValue, after: JsonValue): readonly Step[] | undefined {
  if (isSameJson(before, after)) return [];
  if (isJsonObject(before) && isJsonObject(after)) return differObjects(path, before, after);
  if (isJsonArray(before) && isJsonArray(after)) return differArrays(path, before, after);
  return undefined;
}

/** Items can be gone into while none comes or goes. */
function differArrays(
  path: string,
  before: JsonArray,
  after: JsonArray,
): readonly Step[] | undefined {
  if (before.length !== after.length) return undefined;
  const steps: Step[] = [];
  for (const [index, item] of before.entries()) {
    const inner = differ(appendToPath(path, index), item, after[index] ?? null);
    if (inner === undefined) return undefined;
    steps.push(...inner);
  }
  return steps;
}

function differObjects(
  path: string,
  before: JsonObject,
  after: JsonObject,
): readonly Step[] | undefined {
  const removals: Step[] = [];
  const merged = new Map<string, JsonValue>();
  const below: Step[] = [];
  for (const [key, known] of Object.entries(before)) {
    const value = findMember(after, key);
    const isMerged = value !== undefined && isPrimitive(known) && isPrimitive(value);
    const inner =
      value === undefined || !isNameable(key)
        ? undefined
        : differ(appendToPath(path, key), known, value);
    if (inner !== undefined) {
      below.push(...inner);
    } else if (!isSameJson(known, value)) {
      if (!isMerged && !isNameable(key)) return undefined;
      if (!isMerged) removals.push(remove(appendToPath(path, key), known));
      if (value !== undefined) merged.set(key, value);
    }
  }
  const fresh = Object.entries(after).filter(([key]) => !Object.hasOwn(before, key));
  return [...removals, ...clear(path, fresh), ...merge(path, [...merged, ...fresh]), ...below];
}

/**
 * A list in what is new would grow each time the overlay is applied. So its place is first made
 * sure to exist, then removed, then merged in whole.
 */
function clear(path: string, fresh: readonly (readonly [string, JsonValue])[]): readonly Step[] {
  const growing = fresh.filter(([key, value]) => isNameable(key) && holdsList(value));
  const empty = growing.map(([key, value]) => [key, isJsonArray(value) ? [] : {}] as const);
  const removals = empty.map(([key, value]) => remove(appendToPath(path, key), value));
  return [...merge(path, empty), ...removals];
}

function merge(path: string, members: readonly (readonly [string, JsonValue])[]): readonly Step[] {
  if (members.length === 0) return [];
  return [{ action: { target: path, update: Object.fromEntries(members) }, needs: "1.0.0" }];
}

function remove(target: string, value: JsonValue): Step {
  return { action: { target, remove: true }, needs: isPrimitive(value) ? "1.1.0" : "1.0.0" };
}

function holdsList(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.length > 0;
  return isJsonObject(value) && Object.values(value).some(holdsList);
}

function isPrimitive(value: JsonValue): boolean {
  return typeof value !== "object" || value === null;
}

/** Whether a JSONPath can name a member: its strings hold no half of a surrogate pair. */
function isNameable(key: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(key);
}
