import type { SchemaDiagnostic } from "../diagnostic.ts";
import type { SchemaDocument } from "../document/document.ts";
import { JsonSchemaError } from "../error.ts";
import { readConventions } from "../interpreter/conventions.ts";
import { openInterpreter } from "../interpreter/open-interpreter.ts";
import { printDeclarations } from "./declarations.ts";
import type { CompileOptions } from "./options.ts";
import { printModule, type Root } from "./print-module.ts";
import type { ValidatorTarget } from "./target.ts";

/** A module as text, its declarations, and the faults of the schemas in it. */
export interface CompiledModule {
  readonly code: string;
  readonly declarations: string;
  readonly diagnostics: readonly SchemaDiagnostic[];
}

/**
 * Compiles schemas to one ES module without `eval` or `new Function`, and without dependencies unless
 * its errors are to be interpreted. For each target `X` it exports `isX(value)`, `validateX(value)`,
 * the Standard Schema `X` and the schema itself, as it is written and self-contained, as
 * `XJsonSchema`; a bundler drops what is not imported.
 *
 * The answers and errors are those of `createValidator`: own enumerable properties count,
 * `undefined` is absent, NaN and the infinities are no numbers. Two limits are told apart: of a
 * plain object, one whose prototype is `Object.prototype` or null, properties that were made
 * non-enumerable count when a schema names them; and of more than 512 references on one way down,
 * the error with keyword `depth`, only those count that belong to a recursion.
 *
 * A keyword whose value cannot mean anything is passed over, with a diagnostic. A reference that
 * leads nowhere, or a target that is no schema, has a diagnostic and is refused at run time: an
 * evaluation that comes to it is invalid with one error of keyword `$ref`, whatever stands around
 * it, so nothing is accepted unseen and all other schemas of the module work. `createValidator`
 * passes such a reference over instead.
 *
 * Throws `JsonSchemaError` with code `invalid-name` for a name that is no identifier or makes two
 * exports the same, `invalid-pointer` for a pointer that is none, and `invalid-format` for a format of
 * the caller's that cannot be asked.
 *
 * @example
 * ```ts
 * import { compileModule, openSchemas } from "@truespec/json-schema";
 *
 * const document = openSchemas({ $defs: { Id: { type: "string", minLength: 1 } } });
 * const target = { name: "Id", pointer: "/$defs/Id", type: "string" };
 * const { code, declarations, diagnostics } = compileModule(document, [target]);
 * ```
 */
export function compileModule(
  document: SchemaDocument,
  targets: readonly ValidatorTarget[],
  options: CompileOptions = {},
): CompiledModule {
  checkNames(targets);
  const diagnostics = new Map<string, SchemaDiagnostic>();
  const report = (diagnostic: SchemaDiagnostic): void => {
    diagnostics.set(JSON.stringify(diagnostic), diagnostic);
    document.report(diagnostic);
  };
  const interpreter = openInterpreter({ ...document, report }, readConventions(options));
  const roots = targets.map((target): Root => {
    const node = document.find(target.pointer);
    if (node === undefined) {
      const message = "There is no schema here; its validator refuses every value.";
      report({ pointer: target.pointer, keyword: "", message });
    }
    return { name: target.name, pointer: target.pointer, node };
  });
  const banner = options.banner === undefined ? "" : `${options.banner.trimEnd()}\n`;
  return {
    // A project with `checkJs` has the declarations for it
    code: `${banner}// @ts-nocheck\n${printModule(interpreter, roots, options)}`,
    declarations: banner + printDeclarations(targets, options.declarationImports ?? ""),
    diagnostics: [...diagnostics.values()],
  };
}

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*$/u;

function checkNames(targets: readonly ValidatorTarget[]): void {
  const seen = new Set<string>();
  for (const { name } of targets) {
    const text = JSON.stringify(name);
    if (!identifier.test(name)) {
      throw new JsonSchemaError("invalid-name", `${text} is no identifier of JavaScript.`);
    }
    for (const exported of [name, `is${name}`, `validate${name}`, `${name}JsonSchema`]) {
      if (seen.has(exported)) {
        throw new JsonSchemaError("invalid-name", `${text} would export ${exported} twice.`);
      }
      seen.add(exported);
    }
  }
}
