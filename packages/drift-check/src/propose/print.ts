import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import {
  type Description,
  type Overlay,
  type OverlayAction,
  printOverlay,
} from "@truespec/openapi";
import { appendToPath } from "@truespec/openapi/json-path";
import { plainText } from "@truespec/openapi/report-text";
import type { Dialect } from "./dialect.ts";
import type { Edit } from "./edit.ts";
import { mergeMembers } from "./merge-members.ts";
import { addChange, emptyPatch, type Patch } from "./patch.ts";
import type { FindUsers } from "./sharing.ts";
import { pathOf, type Target } from "./target.ts";

/** An overlay and its text. */
export interface PrintedOverlay {
  readonly overlay: Overlay;
  readonly text: string;
}

/** All that is done to one node; the composed description may have it in several places. */
interface Group {
  readonly target: Target;
  readonly patch: Patch;
  readonly evidence: readonly string[];
}

/** What is known of the description beside its text. */
export interface Printing {
  readonly dialect: Dialect;
  readonly findUsers: FindUsers;
}

/** The overlay that makes all the edits, node by node, with the evidence for each in a comment. */
export function printEdits(
  description: Description,
  edits: readonly Edit[],
  { dialect, findUsers }: Printing,
): PrintedOverlay {
  const groups = groupEdits(edits, dialect);
  const actions: OverlayAction[] = [];
  const comments = new Map<number, string>();
  for (const group of groups) {
    comments.set(actions.length, commentOf(group, findUsers));
    actions.push(...actionsOf(description, group));
  }
  const overlay: Overlay = {
    // Only since 1.1 may a target be a primitive value, and so be removed.
    overlay: groups.some(removesPrimitive) ? "1.1.0" : "1.0.0",
    title: `What the API answers beyond its description${description.title === "" ? "" : `, ${plainText(description.title)}`}`,
    version: "1.0.0",
    actions,
  };
  const header = "Proposed by a drift check: each action repairs what was seen, n of N times.";
  return { overlay, text: printOverlay(overlay, { header, actions: comments }) };
}

function groupEdits(edits: readonly Edit[], dialect: Dialect): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { target, change, evidence } of edits) {
    const known = groups.get(target.written) ?? { target, patch: emptyPatch, evidence: [] };
    const patch = addChange({ node: target.node, patch: known.patch, dialect }, change);
    // What does not go together with an earlier change is left out, and the proof finds it unanswered.
    if (typeof patch === "string") continue;
    groups.set(target.written, { target, patch, evidence: [...known.evidence, evidence] });
  }
  return [...groups.values()];
}

function removesPrimitive({ target, patch }: Group): boolean {
  return [...patch.removed].some((name) => typeof target.node[name] !== "object");
}

function actionsOf({ document }: Description, { target, patch }: Group): readonly OverlayAction[] {
  const path = pathOf(document, target.written);
  const { removed, update } = patch;
  const removals = [...removed].map((name) => ({ target: appendToPath(path, name), remove: true }));
  const merges = Object.keys(update).length === 0 ? [] : [{ target: path, update }];
  const fresh = findFreshLists(omit(update, removed), target.node);
  return [...removals, ...clear(path, update, fresh), ...merges];
}

/**
 * Lists in what is new would grow each time the overlay is applied. So the place is first made sure to exist, then
 * removed, then merged in whole.
 */
function clear(
  path: string,
  update: JsonObject,
  fresh: readonly (readonly string[])[],
): readonly OverlayAction[] {
  if (fresh.length === 0) return [];
  const empty = fresh.map((keys) => placeholderAt(update, keys)).reduce(mergeMembers);
  const removals = fresh.map((keys) => ({ target: appendToPath(path, ...keys), remove: true }));
  return [{ target: path, update: empty }, ...removals];
}

/** The keys of the outermost members that the node lacks and that hold a list. */
function findFreshLists(update: JsonObject, node: JsonObject): readonly (readonly string[])[] {
  return Object.entries(update).flatMap(([name, value]) => {
    const known = Object.hasOwn(node, name) ? node[name] : undefined;
    if (known === undefined) return holdsList(value) ? [[name]] : [];
    if (!isJsonObject(known) || !isJsonObject(value)) return [];
    return findFreshLists(value, known).map((keys) => [name, ...keys]);
  });
}

/** The update with nothing but an empty container at these keys. */
function placeholderAt(update: JsonObject, [name = "", ...rest]: readonly string[]): JsonObject {
  const value = update[name];
  if (rest.length > 0 && isJsonObject(value)) return { [name]: placeholderAt(value, rest) };
  return { [name]: Array.isArray(value) ? [] : {} };
}

function omit(update: JsonObject, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(update).filter(([name]) => !names.has(name)));
}

function holdsList(value: JsonValue): boolean {
  if (Array.isArray(value)) return true;
  return isJsonObject(value) && Object.values(value).some(holdsList);
}

function commentOf({ target, evidence }: Group, findUsers: FindUsers): string {
  const users = findUsers(target.pointer);
  const shared = users.length > 1 ? [`Used by ${listUsers(users)}`] : [];
  return [...evidence, ...shared].map(plainText).join("\n");
}

/** A component of errors is used by every operation: a reader wants to know how many. */
const mostUsers = 12;

function listUsers(users: readonly string[]): string {
  const shown = users.slice(0, mostUsers).join(", ");
  return users.length > mostUsers ? `${shown} and ${users.length - mostUsers} more` : shown;
}
