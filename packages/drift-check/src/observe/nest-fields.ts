import type { JsonValue } from "@truespec/json-schema/json";

/** A pair of a query as `deepObject` writes it: `filter[a][b]=1` has the keys `a` and `b`. */
export type Field = readonly [keys: readonly string[], text: string];

/** Nobody nests deeper, and a URL may say anything. */
const mostKeys = 20;

/** The keys that stand in brackets behind a parameter's name; none where it is no such name, or has too many. */
export function keysInBrackets(name: string, parameter: string): readonly string[] {
  const rest = name.startsWith(parameter) ? name.slice(parameter.length) : "";
  const keys = [...rest.matchAll(/\[([^[\]]*)\]/g)].map(([, key = ""]) => key);
  return /^(\[[^[\]]*\])+$/.test(rest) && keys.length <= mostKeys ? keys : [];
}

/** What fields stand for together: keys that count from 0, or that are empty, make a list. */
export function nestFields(fields: readonly Field[]): JsonValue {
  const groups = new Map<string, Field[]>();
  for (const [[key = "", ...rest], text] of fields) {
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push([rest, text]);
  }
  const members = [...groups].flatMap(([key, group]) =>
    // Empty brackets name an item each.
    (key === "" ? group.map((one) => [one]) : [group]).map((one) => [key, meaningOf(one)] as const),
  );
  const isList = members.every(([key], index) => key === "" || key === String(index));
  return isList ? members.map(([, value]) => value) : Object.fromEntries(members);
}

/** A text that was sent again goes before the one that was sent first. */
function meaningOf(group: readonly Field[]): JsonValue {
  const inner = group.filter(([keys]) => keys.length > 0);
  return inner.length > 0 ? nestFields(inner) : (group.at(-1)?.[1] ?? "");
}
