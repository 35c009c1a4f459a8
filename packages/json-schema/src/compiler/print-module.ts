import type { SchemaNode } from "../document/node.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { printLiteral } from "./literal.ts";
import type { Definition, ModuleScope } from "./module-scope.ts";
import { printRuntime } from "./runtime/catalogue.ts";
import { printFormatError } from "./runtime/format-error.ts";
import { createSchemaDefinitions } from "./schema-definitions.ts";
import { type WrittenModule, writeModule } from "./survey.ts";

/** A target that was looked up; `node` is undefined where no schema stands at the pointer. */
export interface Root {
  readonly name: string;
  readonly pointer: string;
  readonly node: SchemaNode | undefined;
}

/** The text of a module with validators for these schemas. */
export function printModule(interpreter: Interpreter, roots: readonly Root[]): string {
  const nodes = roots.flatMap(({ node }) => (node === undefined ? [] : [node]));
  const written = writeModule(interpreter, nodes);
  const { scope, functions } = written;
  const schemas = createSchemaDefinitions(scope);
  const entries = roots.map((root, index) => printEntry(written, { root, id: index + 1 }));
  const faces = roots.map(({ node }, index) => {
    const definition = node === undefined ? refusingSchema : schemas.define(node);
    return `const schema${index + 1} = /* @__PURE__ */ ${scope.use("jsonSchema")}(${definition});`;
  });
  const exported = roots.map(({ name }, index) => printExports(name, index + 1));
  const parts = [
    ...printRuntime(scope.runtime),
    ...(roots.length === 0 ? [] : [printFormatError(scope.reported)]),
    ...[...scope.checks.values()].flatMap(({ text }) => text ?? []),
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
function printEntry(written: WrittenModule, { root, id }: Entry): string {
  const { scope } = written;
  const functions =
    root.node === undefined
      ? printRefusal(scope, { root, id })
      : printAnswers(written, id, scope.define(root.node));
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

function printAnswers(written: WrittenModule, id: number, definition: Definition): string {
  const { scope } = written;
  const is = written.nameOf(definition, "is");
  const location = printLiteral(definition.node.pointer);
  const list = `value, ${written.nameOf(definition, "table")}, ${location}`;
  const isGuarded = written.countsDepth(definition) || reachesGuarded(scope, definition);
  if (isGuarded) scope.reported.add("depth");
  return `function valid${id}(value) {
  return ${isGuarded ? `${scope.use("isValid")}(value, ${is})` : `${is}(value)`};
}

function validate${id}(value) {
  return ${scope.use(isGuarded ? "validateGuarded" : "validate")}(${list});
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
