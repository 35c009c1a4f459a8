import { readdirSync } from "node:fs";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

/** Tests read our packages from source, so a unit test needs no build. */
const alias = readdirSync(`${root}/packages`)
  .filter((folder) => !folder.startsWith("openrouter-") && folder !== "cli")
  .map((folder) => ({
    find: new RegExp(`^@truespec/${folder}$`),
    replacement: `${root}/packages/${folder}/src/index.ts`,
  }));

export default defineConfig({
  resolve: { alias },
  test: {
    include: ["packages/*/src/**/*.test.ts", "tests/**/*.test.ts", "scripts/**/*.test.ts"],
    testTimeout: 60_000,
    globalSetup: "./scripts/temporary-folder.mjs",
    reporters: ["default", "./scripts/closing-line-reporter.mjs"],
  },
});
