import type { JsonValue } from "@truespec/json-schema";

/** A string. */
export const text = { type: "string" } as const;

/** A number. */
export const number = { type: "number" } as const;

/** An object with these properties. */
export const object = (properties: JsonValue, required: readonly string[] = []) =>
  ({ type: "object", properties, required }) as const;

/** An object with a constant kind, and a property of that name. */
export const tagged = (name: string) => object({ kind: { const: name }, [name]: text }, ["kind"]);

/** An object whose own `__proto__` is the value. */
export const proto = (value: JsonValue): JsonValue =>
  JSON.parse(`{"__proto__": ${JSON.stringify(value)}}`);

/** A reference to a list of nodes. */
export const node = { $ref: "#/components/schemas/Node" } as const;

/** A reference to an object with two optional properties. */
export const named = { $ref: "#/components/schemas/Named" } as const;

/** Components that cases refer to. */
export const components: Readonly<Record<string, JsonValue>> = {
  Node: object({ value: number, next: node }, ["value"]),
  List: { type: "array", items: { $ref: "#/components/schemas/List" } },
  Named: object({ name: text, id: text }),
  Cat: object({ kind: text, meow: text }, ["kind"]),
  "a/b~c%d": text,
};
