import { defineConfig } from "truespec";

const description = "openapi/openrouter/openapi.yaml";
const overlays = [
  "openapi/openrouter/overlays/10-documented-operations.overlay.yaml",
  "openapi/openrouter/overlays/20-corrections.overlay.yaml",
  "openapi/openrouter/overlays/30-pages.overlay.yaml",
  "openapi/openrouter/generation/open-enums.overlay.yaml",
];

/** What `truespec generate` writes here; it is committed and nobody edits it by hand. */
export default defineConfig({
  generate: [
    {
      description,
      overlays,
      out: "packages/openrouter-types",
      emit: ["types"],
      package: "@truespec/openrouter-types",
    },
    {
      description,
      overlays,
      out: "packages/openrouter-validators",
      emit: ["validators"],
      package: "@truespec/openrouter-validators",
      typesFrom: "@truespec/openrouter-types",
    },
    {
      description,
      overlays,
      out: "packages/openrouter-client/src/generated",
      emit: ["client"],
      typesFrom: "@truespec/openrouter-types",
    },
  ],
});
