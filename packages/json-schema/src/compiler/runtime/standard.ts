import type { RuntimeSource } from "./source.ts";

/** What the Standard Schema face and the JSON Schema face of generated code need. */
export type StandardFunction = "standardSchema" | "toIssue" | "jsonSchema";

/** Their sources. `formatError` is written beside them, with the wordings that the module uses. */
export const standardSources: Readonly<Record<StandardFunction, RuntimeSource>> = {
  toIssue: {
    needs: [],
    text: `/** An error as Standard Schema tells it; a step into an array is a number. */
function toIssue(error, value) {
  const path = [];
  let place = value;
  for (const token of error.instanceLocation.split("/").slice(1)) {
    const key = Array.isArray(place) ? Number(token) : token.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(key);
    place = place[key];
  }
  return { message: formatError(error), path };
}`,
  },
  standardSchema: {
    needs: ["toIssue"],
    text: `function standardSchema(list) {
  const validate = (value) => {
    const validation = list(value);
    return validation.valid
      ? { value: validation.value }
      : { issues: validation.errors.map((error) => toIssue(error, value)) };
  };
  return { "~standard": { version: 1, vendor: "truespec", validate } };
}`,
  },
  jsonSchema: {
    needs: [],
    text: `/** A definition with all that its references reach, as Standard JSON Schema has it. */
function jsonSchema(definition) {
  const plain = (schema) => (schema === true ? {} : schema === false ? { not: {} } : schema);
  const reached = new Set(definition.references());
  for (const { references } of reached) for (const other of references()) reached.add(other);
  const schema = { $schema: "https://json-schema.org/draft/2020-12/schema", ...plain(definition.schema) };
  if (reached.size > 0) {
    schema.$defs = Object.fromEntries([...reached].map(({ name, schema }) => [name, schema]));
  }
  const convert = ({ target }) => {
    if (target === "draft-2020-12") return { ...schema };
    throw new Error("This schema is draft-2020-12; it cannot be told as " + target);
  };
  const value = { version: 1, vendor: "truespec", jsonSchema: { input: convert, output: convert } };
  return Object.defineProperty(schema, "~standard", { value });
}`,
  },
};
