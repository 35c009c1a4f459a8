/**
 * The constants of a module: values, patterns and functions that it declares once, whoever asks.
 */
import type { ImportedFormat } from "../formats/custom-format.ts";
import type { Format } from "../formats/format.ts";
import type { JsonValue } from "../json.ts";
import { printLiteral } from "./literal.ts";
import { printMatcher, printPattern } from "./pattern-code.ts";
import type { RuntimeName } from "./runtime/catalogue.ts";
import type { ModuleWriter } from "./schema-writer.ts";
import { printFormat, printTextSet } from "./text-functions.ts";

/** What a module declares beside its definitions, each text once. */
export interface ModuleConstants extends ModuleWriter {
  readonly declarations: readonly string[];
  readonly imports: readonly string[];
}

/** Opens the constants of a module; what they use of the runtime is added to it. */
export function openConstants(runtime: Set<RuntimeName>): ModuleConstants {
  const { declarations, declare } = openDeclarations();
  const imports = openDeclarations();
  const constant = (hint: string, text: string): string =>
    declare(hint, text, (name) => `const ${name} = ${text};`);
  const collection = (kind: "Map" | "Set", content: JsonValue): string =>
    constant("value", `/* @__PURE__ */ new ${kind}(${printLiteral(content)})`);
  const regex = (source: string): string => constant("pattern", printPattern(source));
  const use = (name: RuntimeName): string => {
    runtime.add(name);
    return name;
  };
  return {
    ...{ declarations, imports: imports.declarations, use, literal: printLiteral },
    pattern: (pattern) => constant("pattern", printMatcher(pattern, use)),
    constant: (value) => constant("value", printLiteral(value)),
    textSet(texts) {
      const body = printTextSet(texts);
      if (body === undefined) return `${collection("Set", texts)}.has`;
      return declare("isOneOf", body, (name) => `function ${name}${body}`);
    },
    scalarSet: (scalars) => `${collection("Set", scalars)}.has`,
    map: (entries) => collection("Map", entries),
    compositeSet: (composites) =>
      constant("isOneOf", `/* @__PURE__ */ ${use("among")}(${printLiteral(composites)})`),
    format(format: Format) {
      const body = printFormat(format, regex(format.pattern), use);
      return declare("isFormat", body, (name) => `function ${name}${body}`);
    },
    imported({ module, export: exported }: ImportedFormat) {
      const from = printLiteral(module);
      const print = (name: string) => `import { ${exported} as ${name} } from ${from};`;
      return imports.declare("imported", `${exported} ${from}`, print);
    },
  };
}

interface Declarations {
  readonly declarations: readonly string[];
  /** The name of what a text declares: a new one the first time. */
  declare(hint: string, text: string, print: (name: string) => string): string;
}

function openDeclarations(): Declarations {
  const names = new Map<string, string>();
  const declarations: string[] = [];
  return {
    declarations,
    declare(hint, text, print) {
      const known = names.get(text);
      if (known !== undefined) return known;
      const name = `${hint}${names.size + 1}`;
      names.set(text, name);
      declarations.push(print(name));
      return name;
    },
  };
}
