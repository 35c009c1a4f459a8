import type { SchemaNode } from "../document/node.ts";
import { isSchema } from "../document/node.ts";
import { instanceType } from "../instance.ts";
import { isJsonObject, type JsonValue } from "../json.ts";
import type { Keyword, Site } from "../keywords/keyword.ts";
import type { Interpreter } from "./interpreter.ts";

/** The value of a keyword in a schema; undefined, with a diagnostic, where it cannot mean anything. */
export function readKeyword(
  { document }: Interpreter,
  { schema, pointer }: SchemaNode,
  { name, accepts, expects }: Keyword,
): JsonValue | undefined {
  const value = isJsonObject(schema) ? schema[name] : undefined;
  if (value !== undefined && accepts(value)) return value;
  const message = `\`${name}\` must be ${expects}, not ${describe(value)}; it is passed over.`;
  document.report({ pointer: `${pointer}/${name}`, keyword: name, message });
  return undefined;
}

/** Opens a keyword where it stands; undefined, with a diagnostic, where its value cannot mean anything. */
export function openSite(
  interpreter: Interpreter,
  node: SchemaNode,
  keyword: Keyword,
): Site | undefined {
  const { document } = interpreter;
  const value = readKeyword(interpreter, node, keyword);
  if (value === undefined || !isJsonObject(node.schema)) return undefined;
  // No keyword's name holds what a pointer would escape.
  const location = `${node.pointer}/${keyword.name}`;
  const reportFault = (message: string) =>
    document.report({ pointer: location, keyword: keyword.name, message });
  return {
    keyword,
    node,
    schema: node.schema,
    value,
    location,
    interpreter,
    reportFault,
    findSubschema(...tokens) {
      const found = document.findSubschema(node, tokens);
      if (found !== undefined && !isSchema(found.place.value)) {
        const message = `A schema must be an object or a boolean, not ${describe(found.place.value)}; it is passed over.`;
        document.report({ pointer: found.pointer, keyword: keyword.name, message });
      }
      return found ?? node;
    },
  };
}

function describe(value: unknown): string {
  const type = instanceType(value);
  if (type === "object" || type === "array") return `an ${type}`;
  const text = JSON.stringify(value) ?? type;
  return text.length > 60 ? `a ${type} of ${text.length} characters` : text;
}
