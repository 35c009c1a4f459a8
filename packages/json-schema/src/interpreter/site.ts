import type { SchemaNode } from "../document/node.ts";
import { isSchema } from "../document/node.ts";
import { instanceType, isObject } from "../instance.ts";
import type { Keyword, Site } from "../keywords/keyword.ts";
import type { Interpreter } from "./interpreter.ts";

/**
 * Opens a keyword where it stands; undefined, with a diagnostic, where its value cannot mean
 * anything.
 */
export function openSite(
  interpreter: Interpreter,
  node: SchemaNode,
  keyword: Keyword,
): Site | undefined {
  const { document } = interpreter;
  if (!isObject(node.schema)) return undefined;
  const value = node.schema[keyword.name];
  // No keyword's name holds what a pointer would escape.
  const location = `${node.pointer}/${keyword.name}`;
  const reportFault = (message: string) =>
    document.report({ pointer: location, keyword: keyword.name, message });
  if (value === undefined || !keyword.accepts(value)) {
    reportFault(
      `\`${keyword.name}\` must be ${keyword.expects}, not ${describe(value)}; it is passed over.`,
    );
    return undefined;
  }
  return {
    keyword: keyword.name,
    ...{ node, schema: node.schema, value, location, interpreter, reportFault },
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
