import type { SchemaDiagnostic } from "@truespec/json-schema";
import type { Description } from "@truespec/openapi";
import type { Names } from "../names/names.ts";
import type { GenerateDiagnostic, GeneratedFile, ValidatorsOptions } from "../options.ts";
import { quote } from "../print/literal.ts";
import type { TypesOptions } from "../types/options.ts";
import { wireOf } from "../types/wire.ts";
import { type CompileValidators, compileValidators } from "./compile.ts";
import { seeRequests } from "./requests.ts";
import { listTargets } from "./targets.ts";

/** What `validators/index.js` is made from. */
export interface ValidatorsSource {
  readonly description: Description;
  readonly names: Names;
  readonly banner: string;
  readonly types: TypesOptions;
  /** The module specifier of the types, as the declarations import them. */
  readonly typesModule: string;
  readonly validators: ValidatorsOptions;
  /** Default: {@link compileValidators}. */
  readonly compile: CompileValidators | undefined;
}

/** Unless they are told otherwise, validators accept of an enum what its type does. */
const enumsAsTyped = { closed: "strict", declared: "tolerant", open: "open" } as const;

/** The validators of a description as one module without dependencies, and its declarations, tied to the types. */
export async function emitValidators(source: ValidatorsSource): Promise<{
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly GenerateDiagnostic[];
}> {
  const { description, names, banner, types, typesModule, validators } = source;
  const { compile = compileValidators } = source;
  const listed = listTargets(description, names).map((target) => ({
    ...target,
    ...(target.type === undefined ? {} : { type: wireOf(target.type, types, "types.") }),
  }));
  const { document, targets } = seeRequests(description.document, listed, types);
  const { code, declarations, diagnostics } = await compile({
    ...{ document, targets, enums: enumsAsTyped[types.enums] },
    ...validators,
    banner,
    declarationImports:
      targets.length === 0 ? "" : `import type * as types from ${quote(typesModule)};`,
  });
  return {
    files: [
      { path: "validators/index.js", text: code },
      { path: "validators/index.d.ts", text: declarations },
    ],
    diagnostics: diagnostics.map(reportFault),
  };
}

/** The faults of a schema leave the module complete: what they mean for it is in their message. */
function reportFault({ pointer, keyword, message }: SchemaDiagnostic): GenerateDiagnostic {
  const hint = hintFor(keyword);
  return { code: "validator-not-compiled", severity: "warning", message, hint, pointer };
}

function hintFor(keyword: string): string {
  switch (keyword) {
    case "":
      return "Write a schema there: an object, true or false.";
    case "pattern":
    case "patternProperties":
      return "Mend its syntax, or let no loop read one text in two ways: `^\\w+( \\w+)*$` in place of `^(\\w+ ?)*$`.";
    default:
      return `Correct ${JSON.stringify(keyword)} as JSON Schema 2020-12 has it, in the description or by an overlay.`;
  }
}
