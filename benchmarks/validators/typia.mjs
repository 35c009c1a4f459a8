// typia writes its validators while TypeScript compiles, so its contender is a compiled module
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { printTypeScript } from "./schema-source.mjs";

const folder = join(import.meta.dirname, ".build");
const { default: transform } = createRequire(import.meta.url)("typia/lib/transform");

const options = {
  ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, strict: true },
  ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, skipLibCheck: true, types: [] },
};

/**
 * The module that typia makes of a dereferenced schema, with the exports `is` and `validate`.
 *
 * @param {object} schema
 */
export function compileTypia(schema) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "typia.ts");
  writeFileSync(
    path,
    `import typia, { type tags } from "typia";
type Models = ${printTypeScript(schema)};
export const is = typia.createIs<Models>();
export const validate = typia.createValidate<Models>();
`,
  );
  const program = ts.createProgram([path], options);
  const faults = [...ts.getPreEmitDiagnostics(program)];
  const transformer = transform(program, {}, { addDiagnostic: (fault) => faults.push(fault) });
  let code = "";
  const write = (_, text) => {
    code = text;
  };
  program.emit(undefined, write, undefined, false, { before: [transformer] });
  const [fault] = faults;
  if (fault !== undefined) throw new Error(ts.flattenDiagnosticMessageText(fault.messageText, " "));
  return code;
}
