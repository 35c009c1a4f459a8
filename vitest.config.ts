import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { openapiTypescript } from "./scripts/openapi-typescript.mjs";

const root = import.meta.dirname;

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
}

/** Tests read our packages from source, so a unit test needs no build. */
const alias = readdirSync(`${root}/packages`)
  .filter((folder) => !folder.startsWith("openrouter-") && folder !== "cli")
  .flatMap((folder) => {
    const manifest = readFileSync(`${root}/packages/${folder}/package.json`, "utf8");
    const { name, exports }: Manifest = JSON.parse(manifest);
    return Object.entries(exports).flatMap(([path, entry]) => {
      if (typeof entry === "string") return [];
      const source = entry.default.replace(/^\.\/dist\/(.*)\.js$/, "src/$1.ts");
      const find = new RegExp(`^${name}${path.slice(1)}$`);
      return [{ find, replacement: `${root}/packages/${folder}/${source}` }];
    });
  });

export default defineConfig({
  resolve: { alias },
  plugins: [openapiTypescript()],
  test: {
    include: ["packages/*/src/**/*.test.ts", "tests/**/*.test.ts", "scripts/**/*.test.ts"],
    server: { deps: { inline: ["openapi-typescript"] } },
    testTimeout: 60_000,
    // One more than Vitest would: its own process has little to do.
    maxWorkers: availableParallelism(),
    globalSetup: "./scripts/temporary-folder.mjs",
    reporters: ["default", "./scripts/closing-line-reporter.mjs"],
  },
});
