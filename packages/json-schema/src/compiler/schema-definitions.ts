/**
 * The schemas themselves as values of a module: each once, self-contained together.
 */
import type { SchemaNode } from "../document/node.ts";
import { printLiteral } from "./literal.ts";
import type { ModuleScope } from "./module-scope.ts";
import type { Listing } from "./options.ts";
import { printSelfContained } from "./self-contained.ts";

/** The definitions that a module's schemas are made of. */
export interface SchemaDefinitions {
  /** The variable with the definition of a schema, made on the first call. */
  define(node: SchemaNode): string;
  /** The statements of all definitions, and of all that they refer to. */
  print(): readonly string[];
}

interface Definition {
  readonly node: SchemaNode;
  readonly name: string;
  readonly variable: string;
}

/** The names that are taken, and how far those of one word are counted. */
interface Names {
  readonly taken: Set<string>;
  readonly counts: Map<string, number>;
}

/** Opens the definitions of a module; the interpreter is told where each stands in its document. */
export function createSchemaDefinitions(
  { interpreter, identity, sitesOf }: ModuleScope,
  listing: Listing,
): SchemaDefinitions {
  const definitions = new Map<object, Definition>();
  const names: Names = { taken: new Set(["__proto__"]), counts: new Map() };
  const define = (node: SchemaNode): Definition => {
    const key = identity === "node" ? node : node.place;
    const known = definitions.get(key);
    if (known !== undefined) return known;
    const name = allocateName(names, node.pointer);
    const definition = { node, name, variable: `definition${definitions.size + 1}` };
    definitions.set(key, definition);
    return definition;
  };
  return {
    define: (node) => define(node).variable,
    print() {
      const statements: string[] = [];
      // A Map grows while it is walked: what a definition refers to is defined on the way.
      for (const { node, name, variable } of definitions.values()) {
        const references = new Set<Definition>();
        const refer = (target: SchemaNode): string => {
          const definition = define(target);
          references.add(definition);
          return `#/$defs/${definition.name}`;
        };
        const schema = printSelfContained({ interpreter, sitesOf, refer }, node);
        const variables = [...references].map((definition) => definition.variable).join(", ");
        statements.push(
          `const ${variable} = {
  name: ${printLiteral(name)},
${listing === "interpreted" ? `  pointer: ${printLiteral(node.pointer)},\n` : ""}  schema: ${schema},
  references: () => [${variables}],
};`,
        );
      }
      return statements;
    },
  };
}

/** A name for `$defs`, from the last word of a pointer, that needs no escape in a reference. */
function allocateName({ taken, counts }: Names, pointer: string): string {
  const last = pointer.slice(pointer.lastIndexOf("/") + 1);
  const hint = last.replace(/[^A-Za-z0-9_.-]+/g, "_") || "schema";
  let name = hint;
  let count = counts.get(hint) ?? 1;
  while (taken.has(name)) {
    count += 1;
    name = `${hint}_${count}`;
  }
  counts.set(hint, count);
  taken.add(name);
  return name;
}
