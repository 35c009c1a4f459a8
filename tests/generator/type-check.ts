import { resolve } from "node:path";
import ts from "typescript";

/** The strictest flags, in the shape of a project with a bundler. */
const strict: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: [],
  noEmit: true,
  declaration: true,
  allowImportingTsExtensions: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  paths: { "@truespec/client": [resolve("packages/client/src/index.ts")] },
};

/** The libraries of TypeScript, parsed once for all programs. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function createProgram(files: readonly string[]): ts.Program {
  const host = ts.createCompilerHost(strict);
  const { getSourceFile } = host;
  host.getSourceFile = (name, options) => {
    if (!/\/lib\.[\w.]+\.d\.ts$/.test(name)) return getSourceFile(name, options);
    if (!libraries.has(name)) libraries.set(name, getSourceFile(name, options));
    return libraries.get(name);
  };
  return ts.createProgram([...files], strict, host);
}

/** Type-checks files as a user's project would, and prints the errors, one a line. */
export function typeCheck(files: readonly string[]): readonly string[] {
  const program = createProgram(files);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
    const { file, start } = diagnostic;
    if (file === undefined || start === undefined) return text;
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `${file.fileName}:${line + 1} ${text}`;
  });
}

/** The lines of a module in which something is wrong, from 0. */
export function findErrorLines(path: string): ReadonlySet<number> {
  const program = createProgram([path]);
  const module = program.getSourceFile(path);
  const lines = program.getSemanticDiagnostics(module).map(({ file, start }) => {
    if (file === undefined || start === undefined) throw new Error("a diagnostic has no place");
    return file.getLineAndCharacterOfPosition(start).line;
  });
  return new Set(lines);
}

/** The names of the functions that a module calls. */
export function findCalls(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) names.add(node.expression.getText(module));
    ts.forEachChild(node, visit);
  };
  const module = ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2022);
  visit(module);
  return names;
}
