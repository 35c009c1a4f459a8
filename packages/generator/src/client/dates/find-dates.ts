import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { isDateTime } from "../../types/prepare/date.ts";
import { findValues } from "../../types/prepare/enum.ts";
import { isObject, items, members, own } from "../../types/prepare/pointer.ts";
import { findTypes } from "../../types/prepare/type.ts";
import { type Code, list, type Member, object, runtime } from "../code.ts";

/** The name of what says where a reference's target holds dates; undefined where it holds none. */
export type NameTarget = (reference: string) => string | undefined;

/** Where a value of a schema holds what the types call a `Date`, as the runtime reads it; undefined where it holds none. */
export function findDates(schema: JsonValue | undefined, nameTarget: NameTarget): Code | undefined {
  // A list of values bounds a text, whatever its format, and its types are its values.
  if (!isObject(schema) || findValues(schema) !== undefined) {
    return undefined;
  }
  const types = findTypes(schema);
  const find = (one: JsonValue | undefined) => findDates(one, nameTarget);
  const parts: readonly (Code | undefined)[] = [
    findTarget(schema, nameTarget),
    types.includes("string") && isDateTime(schema) ? runtime("dateTime") : undefined,
    types.includes("object") ? findInObject(schema, find) : undefined,
    types.includes("array") ? findInArray(schema, find) : undefined,
    ...["allOf", "anyOf", "oneOf"].flatMap((keyword) => items(own(schema, keyword)).map(find)),
  ];
  return combine(parts.filter((part) => part !== undefined));
}

type Find = (schema: JsonValue | undefined) => Code | undefined;

function combine(parts: readonly Code[]): Code | undefined {
  const [only, ...others] = parts;
  return others.length === 0 ? only : list(parts);
}

/** Found when it is read: a schema may hold itself, and stand anywhere in the module. */
function findTarget(schema: JsonObject, nameTarget: NameTarget): Code | undefined {
  const reference = own(schema, "$ref");
  const name = typeof reference === "string" ? nameTarget(reference) : undefined;
  return name === undefined ? undefined : { kind: "name", text: `() => ${name}` };
}

function findInObject(schema: JsonObject, find: Find): Code | undefined {
  const named = members(own(schema, "properties")).flatMap(([name, value]): Member[] => {
    const dates = find(value);
    return dates === undefined ? [] : [[name, dates]];
  });
  const rest = [
    own(schema, "additionalProperties"),
    ...members(own(schema, "patternProperties")).map(([, value]) => value),
  ];
  return within([
    ["members", named.length === 0 ? undefined : object(named)],
    ["rest", combine(rest.map(find).filter((one) => one !== undefined))],
  ]);
}

function findInArray(schema: JsonObject, find: Find): Code | undefined {
  const first = items(own(schema, "prefixItems")).map(find);
  return within([
    ["first", first.some((one) => one !== undefined) ? list(first.map(orNone)) : undefined],
    ["items", find(own(schema, "items"))],
  ]);
}

function orNone(dates: Code | undefined): Code {
  return dates ?? object([]);
}

function within(parts: readonly (readonly [string, Code | undefined])[]): Code | undefined {
  return parts.every(([, dates]) => dates === undefined) ? undefined : object(parts);
}
