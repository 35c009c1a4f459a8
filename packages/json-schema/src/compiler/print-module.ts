import type { SchemaNode } from "../document/node.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { printLiteral } from "./literal.ts";
import type { Definition, ModuleScope } from "./module-scope.ts";
import { printRuntime } from "./runtime/catalogue.ts";
import { printFormatError } from "./runtime/format-error.ts";
import { createSchemaDefinitions } from "./schema-definitions.ts";
import { writeModule } from "./survey.ts";

/** A target that was looked up; `node` is undefined where no schema stands at the pointer. */
export interface Root {
  readonly name: string;
  readonly pointer: string;
  readonly node: SchemaNode | undefined;
}

/** The text of a module with validators for these schemas. */
export function printModule(interpreter: Interpreter, roots: readonly Root[]): string {
  const nodes = roots.flatMap(({ node }) => (node === undefined ? [] : [node]));
  const { scope, functions } = writeModule(interpreter, nodes);
  const schemas = createSchemaDefinitions(interpreter, scope.plan.identity);
  const entries = roots.map((root, index) => printEntry(scope, { root, id: index + 1 }));
  const faces = roots.map(({ node }, index) => {
    const definition = node === undefined ? refusingSchema : schemas.define(node);
    return `const schema${index + 1} = /* @__PURE__ */ ${scope.use("jsonSchema")}(${definition});`;
  });
  const exported = roots.map(({ name }, index) => printExports(name, index + 1));
  const parts = [
    ...printRuntime(scope.runtime),
    ...(roots.length === 0 ? [] : [printFormatError(scope.reported)]),
    ...scope.declarations,
    ...functions,
    ...schemas.print(),
    ...entries,
    ...faces,
    `export {\n${exported.join("")}};`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What is told of a target that is no schema: nothing fits it. */
const refusingSchema = "{ schema: { not: {} }, references: () => [] }";

interface Entry {
  readonly root: Root;
  readonly id: number;
}

function printExports(name: string, id: number): string {
  return `  valid${id} as is${name},
  validate${id} as validate${name},
  standard${id} as ${name},
  schema${id} as ${name}JsonSchema,
`;
}

/** The functions of a target, and its Standard Schema. */
function printEntry(scope: ModuleScope, { root, id }: Entry): string {
  const functions =
    root.node === undefined
      ? printRefusal(scope, { root, id })
      : printAnswers(scope, { root, id }, scope.define(root.node));
  return `${functions}

const standard${id} = {
  "~standard": {
    version: 1,
    vendor: "truespec",
    validate: (value) => ${scope.use("answer")}(value, validate${id}(value)),
  },
};`;
}

function printRefusal(scope: ModuleScope, { root, id }: Entry): string {
  scope.reported.add("$ref");
  const pointer = printLiteral(root.pointer);
  const error = `{ keyword: "$ref", keywordLocation: ${pointer}, instanceLocation: "", params: { reference: ${pointer} } }`;
  return `function valid${id}() {
  return false;
}

function validate${id}() {
  return { valid: false, errors: [${error}] };
}`;
}

function printAnswers(scope: ModuleScope, { root, id }: Entry, definition: Definition): string {
  const { is, list } = definition.names;
  const isGuarded = scope.plan.countsDepth(definition) || reachesGuarded(scope, definition);
  if (!isGuarded) {
    return `function valid${id}(value) {
  return ${is}(value);
}

function validate${id}(value) {
  return ${scope.use("validate")}(value, ${is}, ${list});
}`;
  }
  scope.reported.add("depth");
  const location = printLiteral(root.node?.pointer ?? root.pointer);
  return `function valid${id}(value) {
  return ${scope.use("isValid")}(value, ${is});
}

function validate${id}(value) {
  return ${scope.use("validateGuarded")}(value, ${is}, ${list}, ${location});
}`;
}

/** Does an evaluation of this definition come to one that may throw? */
function reachesGuarded(scope: ModuleScope, definition: Definition): boolean {
  const reached = new Set([definition]);
  // A Set grows while it is walked, so this is the closure.
  for (const one of reached) {
    if (scope.guarded.has(one)) return true;
    for (const callee of one.callees) reached.add(callee);
  }
  return false;
}
