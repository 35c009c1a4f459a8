// A dereferenced schema as source text of libraries that have their own notation

/** How a library writes each kind of schema. */
function convert(schema, notation) {
  const again = (inner) => convert(inner, notation);
  if (schema.oneOf) return notation.union(schema.oneOf.map(again));
  if (Array.isArray(schema.type)) {
    return notation.union(schema.type.map((type) => again({ ...schema, type })));
  }
  if (schema.enum) return notation.literals(schema.enum);
  switch (schema.type) {
    case "object": {
      const required = new Set(schema.required);
      const entries = Object.entries(schema.properties).map(([name, inner]) => ({
        ...{ name, isRequired: required.has(name), text: again(inner) },
      }));
      return notation.object(entries);
    }
    case "array":
      return notation.array(again(schema.items));
    case "string":
      return schema.pattern === undefined
        ? notation.string
        : notation.matching(new RegExp(schema.pattern));
    default:
      return notation[schema.type];
  }
}

const print = JSON.stringify;
const members = (entries, optional) =>
  entries
    .map(({ name, isRequired, text }) => `${print(name)}: ${isRequired ? text : optional(text)}`)
    .join(", ");

export function printValibot(schema) {
  return convert(schema, {
    ...{ string: "v.string()", number: "v.number()", boolean: "v.boolean()", null: "v.null()" },
    integer: "v.pipe(v.number(), v.integer())",
    matching: (pattern) => `v.pipe(v.string(), v.regex(${pattern}))`,
    literals: (values) => `v.picklist(${print(values)})`,
    array: (item) => `v.array(${item})`,
    union: (branches) => `v.union([${branches.join(", ")}])`,
    object: (entries) => `v.looseObject({ ${members(entries, (text) => `v.optional(${text})`)} })`,
  });
}

export function printZod(schema) {
  return convert(schema, {
    ...{ string: "z.string()", number: "z.number()", boolean: "z.boolean()", null: "z.null()" },
    integer: "z.number().int()",
    matching: (pattern) => `z.string().regex(${pattern})`,
    literals: (values) => `z.enum(${print(values)})`,
    array: (item) => `z.array(${item})`,
    union: (branches) => `z.union([${branches.join(", ")}])`,
    object: (entries) => `z.looseObject({ ${members(entries, (text) => `z.optional(${text})`)} })`,
  });
}

export function printArkType(schema) {
  return convert(schema, {
    ...{ string: `type("string")`, number: `type("number")`, boolean: `type("boolean")` },
    ...{ null: `type("null")`, integer: `type("number.integer")` },
    matching: (pattern) => `type(${pattern})`,
    literals: (values) => `type.enumerated(${values.map((value) => print(value)).join(", ")})`,
    array: (item) => `${item}.array()`,
    union: (branches) => branches.reduce((all, one) => `${all}.or(${one})`),
    object: (entries) =>
      `type({ ${entries.map(({ name, isRequired, text }) => `${print(isRequired ? name : `${name}?`)}: ${text}`).join(", ")} })`,
  });
}

/** TypeScript's own notation, for typia; patterns are tags. */
export function printTypeScript(schema) {
  return convert(schema, {
    ...{ string: "string", number: "number", boolean: "boolean", null: "null" },
    integer: `(number & tags.Type<"int64">)`,
    matching: (pattern) => `(string & tags.Pattern<${print(pattern.source)}>)`,
    literals: (values) => `(${values.map((value) => print(value)).join(" | ")})`,
    array: (item) => `Array<${item}>`,
    union: (branches) => `(${branches.join(" | ")})`,
    object: (entries) =>
      `{ ${entries.map(({ name, isRequired, text }) => `${print(name)}${isRequired ? "" : "?"}: ${text}`).join("; ")} }`,
  });
}
