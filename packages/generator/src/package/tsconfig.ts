import type { GeneratedFile } from "../options.ts";

/** `tsconfig.json` of a package: strict, and complete in itself. */
export function printTsconfig(mark: string): GeneratedFile {
  const config = {
    compilerOptions: {
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      module: "nodenext",
      moduleResolution: "nodenext",
      moduleDetection: "force",
      types: [],
      rootDir: ".",
      outDir: "dist",
      tsBuildInfoFile: ".tsbuild/tsconfig.tsbuildinfo",
      composite: true,
      declaration: true,
      declarationMap: true,
      sourceMap: true,
      noEmitOnError: true,
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
      noFallthroughCasesInSwitch: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      forceConsistentCasingInFileNames: true,
      skipLibCheck: true,
    },
    include: ["*.ts"],
  };
  return { path: "tsconfig.json", text: `${mark}${JSON.stringify(config, null, 2)}\n` };
}
