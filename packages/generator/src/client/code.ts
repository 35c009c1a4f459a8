import type { JsonValue } from "@truespec/json-schema";
import { printValue, valueKey } from "../print/literal.ts";

/** The name of something that the module has, where a literal cannot say it: `runtime.jsonBody`. */
export interface Name {
  readonly kind: "name";
  readonly text: string;
}

/** A value of generated code: data, with names of functions in it. */
export type Code =
  | { readonly kind: "data"; readonly value: JsonValue }
  | { readonly kind: "object"; readonly members: readonly Member[] }
  | { readonly kind: "list"; readonly items: readonly Code[] }
  | Name;

/** A member of an object in generated code. */
export type Member = readonly [key: string, value: Code];

/** A value that JSON can say. */
export function data(value: JsonValue): Code {
  return { kind: "data", value };
}

/** An export of the runtime. */
export function runtime(name: string): Name {
  return { kind: "name", text: `runtime.${name}` };
}

/** An object; members that are undefined are left out. */
export function object(
  members: readonly (readonly [key: string, value: Code | undefined])[],
): Code {
  return {
    kind: "object",
    members: members.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  };
}

/** A list of values. */
export function list(items: readonly Code[]): Code {
  return { kind: "list", items };
}

/** The code on one line. */
export function printCode(code: Code): string {
  switch (code.kind) {
    case "name":
      return code.text;
    case "data":
      return printValue(code.value);
    case "list":
      return `[${code.items.map(printCode).join(", ")}]`;
    case "object": {
      const members = code.members.map(([key, value]) => `${valueKey(key)}: ${printCode(value)}`);
      return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
    }
  }
}
