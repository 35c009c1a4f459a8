import type { RuntimeSource } from "./source.ts";

/** How a module lists errors by the interpreter, which it imports. */
export type InterpretedFunction = "validateInterpreted" | "interpret";

/** The import that these functions need. */
export const interpreterImport = `import { createValidator, formatError, openSchemas } from "@truespec/json-schema";`;

/** Their sources. `conventions` is written beside them. */
export const interpretedSources: Readonly<Record<InterpretedFunction, RuntimeSource>> = {
  validateInterpreted: {
    needs: ["interpret", "readRefusal"],
    text: `function validateInterpreted(value, is, definition) {
  try {
    if (is(value, 0, new Map())) return { valid: true, value };
  } catch (error) {
    return { valid: false, errors: [readRefusal(error, definition.pointer)] };
  }
  definition.list ??= interpret(definition);
  return { valid: false, errors: definition.list(value) };
}`,
  },
  interpret: {
    needs: [],
    text: `/** Lists the errors of a definition, each where its keyword stands in the schema document. */
function interpret(definition) {
  const reached = new Set([definition]);
  for (const { references } of reached) for (const other of references()) reached.add(other);
  const pointers = new Map([...reached].map(({ name, pointer }) => [name, pointer]));
  const $defs = Object.fromEntries([...reached].map(({ name, schema }) => [name, schema]));
  const validate = createValidator(openSchemas({ $defs }), "/$defs/" + definition.name, conventions);
  return (value) =>
    validate(value).errors.map((error) => {
      const [, , name, ...rest] = error.keywordLocation.split("/");
      return { ...error, keywordLocation: [pointers.get(name), ...rest].join("/") };
    });
}`,
  },
};
