import type { SchemaNode } from "../document/node.ts";
import { asPattern, readCustomFormat } from "../formats/custom-format.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { printKey, printLiteral } from "./literal.ts";
import type { Definition, ModuleScope } from "./module-scope.ts";
import type { CompileOptions, Listing } from "./options.ts";
import { printRuntime, type RuntimeName } from "./runtime/catalogue.ts";
import { printFormatError } from "./runtime/format-error.ts";
import { interpreterImport } from "./runtime/interpreted.ts";
import { createSchemaDefinitions, type SchemaDefinitions } from "./schema-definitions.ts";
import { type WrittenModule, writeModule } from "./survey.ts";

/** A target that was looked up; `node` is undefined where no schema stands at the pointer. */
export interface Root {
  readonly name: string;
  readonly pointer: string;
  readonly node: SchemaNode | undefined;
}

/** The text of a module with validators for these schemas. */
export function printModule(
  interpreter: Interpreter,
  roots: readonly Root[],
  { listing = "compiled", errors = "all" }: Pick<CompileOptions, "listing" | "errors">,
): string {
  const nodes = roots.flatMap(({ node }) => (node === undefined ? [] : [node]));
  const written = writeModule(interpreter, nodes, listing);
  const { scope, functions } = written;
  const schemas = createSchemaDefinitions(scope, listing);
  const guarded = findGuarded(scope);
  const printing = { written, schemas, guarded, listing, errors };
  const entries = roots.map((root, index) => printEntry(printing, { root, id: index + 1 }));
  const faces = roots.map(({ node }, index) => {
    const definition = node === undefined ? refusingSchema : schemas.define(node);
    return `const schema${index + 1} = /* @__PURE__ */ ${scope.use("jsonSchema")}(${definition});`;
  });
  const conventions =
    listing === "interpreted"
      ? [interpreterImport, `const conventions = ${printConventions(scope, errors)};`]
      : [];
  const parts = [
    ...scope.imports,
    ...conventions,
    ...printRuntime({ names: scope.runtime, isDeep: written.isDeep }),
    ...(roots.length === 0 || listing === "interpreted" ? [] : [printFormatError(scope.reported)]),
    ...[...scope.checks.values()].flatMap(({ text }) => text ?? []),
    ...scope.declarations,
    ...functions,
    ...schemas.print(),
    ...entries.map(({ text }) => text),
    ...faces,
    `export {\n${entries.map(({ exported }) => exported).join("")}};`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What the interpreter goes by, as the compiled code does. */
function printConventions({ interpreter, imported }: ModuleScope, errors: string): string {
  const { formats, enums, customFormats } = interpreter;
  const members = Object.entries(customFormats).map(([name, format]) => {
    const read = readCustomFormat(name, format);
    const asked =
      "module" in read
        ? `test: ${imported(read)}`
        : `pattern: ${printLiteral(asPattern(read).pattern)}`;
    return `${printKey(name)}: { ${asked} }`;
  });
  const choices = printLiteral({ formats, enums, errors });
  return members.length === 0
    ? choices
    : `{ ...${choices}, customFormats: { ${members.join(", ")} } }`;
}

/** What is told of a target that is no schema: nothing fits it. */
const refusingSchema = "{ schema: { not: {} }, references: () => [] }";

interface Printing {
  readonly written: WrittenModule;
  readonly schemas: SchemaDefinitions;
  readonly guarded: ReadonlySet<Definition>;
  readonly listing: Listing;
  readonly errors: "all" | "first";
}

interface Entry {
  readonly root: Root;
  readonly id: number;
}

/** What a target has in the module: its statements, and its lines of the exports. */
interface PrintedEntry {
  readonly text: string;
  readonly exported: string;
}

/** The functions of a target: the name of the one that answers, and the statements. */
interface PrintedFunctions {
  readonly is: string;
  readonly text: string;
}

/** The functions of a target, and its Standard Schema. */
function printEntry(printing: Printing, { root, id }: Entry): PrintedEntry {
  const { scope } = printing.written;
  const { is, text } =
    root.node === undefined
      ? printRefusal(scope, { root, id })
      : printAnswers(printing, id, root.node);
  const { name } = root;
  return {
    text: `${text}\n\nconst standard${id} = /* @__PURE__ */ ${scope.use("standardSchema")}(validate${id});`,
    exported: `  ${is} as is${name},
  validate${id} as validate${name},
  standard${id} as ${name},
  schema${id} as ${name}JsonSchema,
`,
  };
}

function printRefusal(scope: ModuleScope, { root, id }: Entry): PrintedFunctions {
  scope.reported.add("$ref");
  const pointer = printLiteral(root.pointer);
  const error = `{ keyword: "$ref", keywordLocation: ${pointer}, instanceLocation: "", params: { reference: ${pointer} } }`;
  const text = `function valid${id}() {
  return false;
}

function validate${id}() {
  return { valid: false, errors: [${error}] };
}`;
  return { is: `valid${id}`, text };
}

function printAnswers(printing: Printing, id: number, node: SchemaNode): PrintedFunctions {
  const { written, guarded } = printing;
  const { scope } = written;
  const definition = scope.define(node);
  const is = written.nameOf(definition, "is");
  const isGuarded = written.countsDepth(definition) || guarded.has(definition);
  const validate = `function validate${id}(value) {
  return ${printListing(printing, node, isGuarded ? "validateGuarded" : "validate")};
}`;
  if (!isGuarded) return { is, text: validate };
  scope.reported.add("depth");
  const valid = `function valid${id}(value) {\n  return ${scope.use("isValid")}(value, ${is});\n}`;
  return { is: `valid${id}`, text: `${valid}\n\n${validate}` };
}

function printListing(
  { written, schemas, listing, errors }: Printing,
  node: SchemaNode,
  validate: RuntimeName,
): string {
  const { use } = written.scope;
  const definition = written.scope.define(node);
  if (listing === "interpreted") {
    const is = written.nameOf(definition, "is");
    return `${use("validateInterpreted")}(value, ${is}, ${schemas.define(node)})`;
  }
  const table = written.nameOf(definition, "table");
  const list = use(errors === "first" ? "validateFirst" : validate);
  return `${list}(value, [${table}, ${printLiteral(node.pointer)}])`;
}

/** The definitions whose evaluation comes to one that may throw. */
function findGuarded({ demanded, guarded }: ModuleScope): ReadonlySet<Definition> {
  const callers = new Map<Definition, Definition[]>();
  for (const definition of demanded) {
    for (const callee of definition.callees) {
      const known = callers.get(callee);
      if (known === undefined) callers.set(callee, [definition]);
      else known.push(definition);
    }
  }
  const reaching = new Set(guarded);
  // A Set grows while it is walked, so this is the closure.
  for (const one of reaching) {
    for (const caller of callers.get(one) ?? []) reaching.add(caller);
  }
  return reaching;
}
