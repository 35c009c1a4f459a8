import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runTool } from "./run-tool.ts";

const folder = ".truespec/fences";

/** Every file below a folder that git could track. */
function listFiles(root: string): string[] {
  return readdirSync(root)
    .filter(
      (name) => !["node_modules", "dist", ".git", ".turbo", ".truespec", ".tsbuild"].includes(name),
    )
    .map((name) => join(root, name))
    .flatMap((path) => (statSync(path).isDirectory() ? listFiles(path) : [path]));
}

/** The ```ts fences of a Markdown file, or of the doc comments of a TypeScript file. */
function findFences(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const prose = path.endsWith(".md")
    ? text
    : [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)]
        .map(([block]) => block.replace(/^ *\* ?/gm, ""))
        .join("\n");
  return [...prose.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code ?? "");
}

const documents = [
  ...listFiles("packages"),
  ...listFiles("docs"),
  "README.md",
  "CONTRIBUTING.md",
].filter((path) => path.endsWith(".md") || (path.endsWith(".ts") && !path.endsWith(".test.ts")));

test("every example in the documents and the doc comments type-checks", () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const fences = documents.flatMap((path) =>
    findFences(path).map((code, index) => ({
      name: `${path.replaceAll(/\W/g, "-")}-${index}.ts`,
      code,
    })),
  );
  expect(fences.length).toBeGreaterThan(0);
  for (const { name, code } of fences) writeFileSync(join(folder, name), `${code}\nexport {};\n`);
  const config = {
    extends: "../../tsconfig.test.json",
    compilerOptions: {
      lib: ["es2023", "dom", "dom.iterable"],
      noUnusedLocals: false,
      types: ["node"],
    },
    include: ["*.ts"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { status, stdout } = runTool("tsc", ["-p", folder]);
  expect(stdout).toBe("");
  expect(status).toBe(0);
});
