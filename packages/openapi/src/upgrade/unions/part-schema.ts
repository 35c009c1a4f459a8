import {
  findMember,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { copyFrom } from "../../bundle/copies.ts";
import { arrayMember } from "../../json/json-value.ts";
import type { Composition } from "../../trace/composition.ts";
import { carryOrigins, findWritten, type Trace } from "../../trace/trace.ts";
import { replaceMember, withMember, withoutMembers } from "../members.ts";
import { findTarget, type Kinship } from "./kinship.ts";
import { listChildren, type Plan, type Union } from "./plan.ts";

/** What parting the schemas of a document needs to know. */
export interface Parting {
  readonly composition: Composition;
  readonly kinship: Kinship;
  readonly plan: Plan;
  /** How many parents were written out so far. */
  written: number;
}

/** More parents than that are not written out, nor so many in each other: their references stay. */
const maxWritten = 10_000;
const maxDepth = 64;

const unionKeywords = ["oneOf", "anyOf"];

/** What is known on the way into a schema. */
interface Way {
  /** The unions whose alternatives are not looked at. */
  readonly parted: readonly Union[];
  /** The components that are being written out. */
  readonly open: readonly string[];
}

const start: Way = { parted: [], open: [] };

/** A schema in which no child holds a union that it is part of; itself where nothing changes. */
export function partSchema(schema: JsonValue, parting: Parting, way: Way = start): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const { trace } = parting.composition;
  const parted = [...way.parted, ...(parting.plan.get(schema) ?? [])];
  const inner = { ...way, parted };
  let whole = partItems(schema, "allOf", trace, (item) => partSchema(item, parting, inner));
  for (const key of unionKeywords) {
    whole = partItems(whole, key, trace, (item) =>
      partSchema(item, parting, { ...way, parted: [] }),
    );
  }
  const base = writeParent(schema, parting, inner);
  if (base === undefined) return whole;
  const rest = replaceMember(whole, "$ref", undefined, trace);
  if (Object.keys(rest).length === 0) return base;
  const value = [...arrayMember(rest, "allOf"), base];
  carryOrigins(trace, arrayMember(rest, "allOf"), value);
  return withMember(rest, { key: "allOf", value }, trace);
}

function partItems(
  schema: JsonObject,
  key: string,
  trace: Trace,
  part: (item: JsonValue) => JsonValue,
): JsonObject {
  const items = arrayMember(schema, key);
  const value = items.map(part);
  if (value.every((item, index) => item === items[index])) return schema;
  carryOrigins(trace, items, value);
  return withMember(schema, { key, value }, trace);
}

/** What stands in place of a reference to a union, or to what leads there; undefined where the reference stays. */
function writeParent(schema: JsonObject, parting: Parting, way: Way): JsonValue | undefined {
  const { kinship, composition, plan } = parting;
  const name = findTarget(schema);
  const parent = name === undefined ? undefined : findMember(kinship.schemas, name);
  if (name === undefined || !isJsonObject(parent) || way.open.includes(name)) return undefined;
  if (way.open.length >= maxDepth || parting.written >= maxWritten) return undefined;
  const isPart = (union: Union) => union.descendants.has(name) && !union.children.has(parent);
  if (!way.parted.some(isPart) || hasIdentity(parent)) return undefined;
  parting.written++;
  const union = way.parted.find((one) => one.name === name);
  const own = union === undefined ? parent : withoutUnion(parent, union, parting);
  const parted = [...way.parted, ...(plan.get(parent) ?? [])];
  const written = partSchema(own, parting, { parted, open: [...way.open, name] });
  const { root, trace, document } = composition;
  const home = findWritten(document, root, trace, appendKey("/components/schemas", name));
  return copyFrom(written, home, trace);
}

/** The parent without the alternatives that lead back to it, and without definitions, which its place names. */
function withoutUnion(schema: JsonObject, union: Union, parting: Parting): JsonObject {
  const { kinship, composition } = parting;
  const leadsBack = (key: string) =>
    unionKeywords.includes(key) &&
    listChildren(kinship, union, arrayMember(schema, key).filter(isJsonObject)).size > 0;
  const isLeftOut = (key: string) => key === "$defs" || leadsBack(key);
  const own = withoutMembers(schema, isLeftOut, composition.trace);
  return partItems(own, "allOf", composition.trace, (item) =>
    isJsonObject(item) ? withoutUnion(item, union, parting) : item,
  );
}

/** Whether a schema, or one in it, can be named otherwise than by its place: it may not stand twice. */
function hasIdentity(schema: JsonValue): boolean {
  if (isJsonArray(schema)) return schema.some(hasIdentity);
  if (!isJsonObject(schema)) return false;
  return (
    ["$id", "$anchor", "$dynamicAnchor"].some((key) => Object.hasOwn(schema, key)) ||
    Object.values(schema).some(hasIdentity)
  );
}
