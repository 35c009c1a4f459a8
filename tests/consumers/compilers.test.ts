/**
 * The compilers that users have: each checks, with every strict flag that it knows, the declarations of
 * all packages and all that `truespec generate` writes, and builds a generated package; and the command
 * writes the same beside it.
 */
import { execFile } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import {
  type Compiler,
  findTsc,
  isInstalled,
  otherCompilers,
  ownCompiler,
  strictest,
} from "./compilers.ts";
import {
  installPacked,
  linkPackage,
  listPublicPackages,
  type Packed,
  packPackages,
} from "./packed.ts";
import * as programs from "./programs.ts";

const run = promisify(execFile);
const fixtures = resolve("tests/generator/fixtures");
const compilers = [ownCompiler, ...otherCompilers];
let packed: readonly Packed[] = [];
/** A project of a user, with the tarballs installed and files generated. */
let folder = "";

beforeAll(async () => {
  packed = await packPackages();
  folder = await installPacked(packed);
  linkPackage("node_modules/@types/node", join(folder, "node_modules/@types/node"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(folder, "truespec.config.ts"), programs.configuration(fixtures));
  const names = listPublicPackages().map(({ name }) => name);
  writeFileSync(join(folder, "packages.ts"), programs.typed(names));
  writeFileSync(join(folder, "generated.ts"), programs.typedGenerated);
  await generate(folder);
  await build(ownCompiler, join(folder, "package"));
}, 120_000);

/**
 * What Node's types of version 20 do not bear from TypeScript 6.0 on, and what a configuration cannot
 * have: its default export has no type written beside it.
 */
const lenient = { exactOptionalPropertyTypes: false, isolatedDeclarations: undefined };

const slow = 120_000;

test.for(compilers)(
  "$name checks declarations and generated files",
  { timeout: slow },
  async (compiler, context) => {
    if (!isInstalled(compiler)) return context.skip(absent(compiler));
    const files = ["packages.ts", "generated.ts"];
    const strict = strictest(compiler);
    const forBrowsers = { ...strict, module: "nodenext", moduleResolution: "nodenext" };
    expect(await check(compiler, forBrowsers, files)).toBe("");
    const bundled = { ...strict, module: "esnext", moduleResolution: "bundler" };
    const forNode = { ...bundled, lib: ["es2022"], types: ["node"], ...lenient };
    expect(await check(compiler, forNode, [...files, "truespec.config.ts"])).toBe("");
  },
);

/** Those that a generated package asks for. */
const builders = compilers.filter(({ version }) => version >= 5.8);

test.for(builders)("$name builds a generated package", async (compiler, context) => {
  if (!isInstalled(compiler)) return context.skip(absent(compiler));
  const project = join(folder, `package-${compiler.name}`);
  cpSync(join(folder, "package"), project, {
    recursive: true,
    filter: (path) => !/[\\/](dist|\.tsbuild)$/.test(path),
  });
  await build(compiler, project);
  expect(readdirSync(join(project, "dist"))).toContain("client.d.ts");
});

test.for(otherCompilers)(
  "truespec generate writes the same beside $name",
  async (compiler, context) => {
    if (!isInstalled(compiler)) return context.skip(absent(compiler));
    const project = await installPacked(packed);
    linkPackage(compiler.folder, join(project, "node_modules/typescript"));
    cpSync(join(folder, "truespec.config.ts"), join(project, "truespec.config.ts"));
    await generate(project);
    for (const file of ["api/client.ts", "api/types.ts", "dates/client.ts", "dates/types.ts"]) {
      const written = readFileSync(join(project, file), "utf8");
      expect(written === readFileSync(join(folder, file), "utf8"), file).toBe(true);
    }
  },
);

function absent({ name }: Compiler): string {
  return `tests/runtimes has no ${name}: npm --prefix tests/runtimes install`;
}

async function generate(cwd: string): Promise<void> {
  const bin = join(cwd, "node_modules/truespec/dist/bin.js");
  await run(process.execPath, [bin, "generate"], { cwd });
}

async function build(compiler: Compiler, project: string): Promise<void> {
  await run(process.execPath, [findTsc(compiler), "-b"], { cwd: project });
}

async function check(
  compiler: Compiler,
  compilerOptions: object,
  files: readonly string[],
): Promise<string> {
  const config = join(folder, `tsconfig.${compiler.name}.json`);
  const include = [...files, "*/*.ts", "*/validators/*.ts"];
  const exclude = ["node_modules", "package-*"];
  writeFileSync(config, JSON.stringify({ compilerOptions, include, exclude }));
  const tsc = run(process.execPath, [findTsc(compiler), "-p", config]);
  const { stdout, stderr } = await tsc.catch((error) => error);
  return stdout + stderr;
}
