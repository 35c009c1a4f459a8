import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** TypeScript, as a project may have it. */
export interface Compiler {
  readonly name: string;
  /** Major and minor, as a number: no minor of TypeScript has had two digits. */
  readonly version: number;
  /** Where the package is, once installed. */
  readonly folder: string;
}

const own: { readonly version: string } = JSON.parse(
  readFileSync("node_modules/typescript/package.json", "utf8"),
);
const named: { readonly optionalDependencies: object } = JSON.parse(
  readFileSync("tests/runtimes/package.json", "utf8"),
);

/** The compiler of this repository. */
export const ownCompiler: Compiler = {
  name: "typescript",
  version: Number.parseFloat(own.version),
  folder: resolve("node_modules/typescript"),
};

/** Those that `tests/runtimes` names, such as `typescript-5.4`. */
export const otherCompilers: readonly Compiler[] = Object.keys(named.optionalDependencies)
  .filter((name) => name.startsWith("typescript-"))
  .map((name) => ({
    name,
    version: Number.parseFloat(name.slice("typescript-".length)),
    folder: resolve("tests/runtimes/node_modules", name),
  }));

/** Is it there? */
export function isInstalled({ folder }: Compiler): boolean {
  return existsSync(folder);
}

/** Its command, a script for Node; that of TypeScript 7 starts a native one. */
export function findTsc({ folder }: Compiler): string {
  return join(folder, "bin/tsc");
}

/** The strictest flags by the version that brought them; 0 where every version that we support has it. */
const flags = {
  allowUnreachableCode: { since: 0, value: false },
  allowUnusedLabels: { since: 0, value: false },
  declaration: { since: 0, value: true },
  erasableSyntaxOnly: { since: 5.8, value: true },
  exactOptionalPropertyTypes: { since: 0, value: true },
  isolatedDeclarations: { since: 5.5, value: true },
  isolatedModules: { since: 0, value: true },
  noFallthroughCasesInSwitch: { since: 0, value: true },
  noImplicitOverride: { since: 0, value: true },
  noImplicitReturns: { since: 0, value: true },
  noPropertyAccessFromIndexSignature: { since: 0, value: true },
  noUncheckedIndexedAccess: { since: 0, value: true },
  noUncheckedSideEffectImports: { since: 5.6, value: true },
  noUnusedLocals: { since: 0, value: true },
  noUnusedParameters: { since: 0, value: true },
  strict: { since: 0, value: true },
  verbatimModuleSyntax: { since: 0, value: true },
} as const;

/** Every strict flag that it knows, in a project for browsers that checks declarations too. */
export function strictest({ version }: Compiler): Readonly<Record<string, unknown>> {
  const known = Object.entries(flags).filter(([, { since }]) => since <= version);
  return {
    ...Object.fromEntries(known.map(([name, { value }]) => [name, value])),
    ...{ target: "es2022", lib: ["es2022", "dom", "dom.iterable"], types: [], noEmit: true },
    ...{ skipLibCheck: false, skipDefaultLibCheck: true },
  };
}
