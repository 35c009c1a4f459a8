// @ts-check
import { readdirSync } from "node:fs";

const folder = "openapi/openrouter";

/** The published description of OpenRouter's Models API, its overlays in order, and what to ask a live API. */
export const openrouter = {
  description: `${folder}/openapi.yaml`,
  overlays: readdirSync(`${folder}/overlays`)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => `${folder}/overlays/${name}`),
  probes: `${folder}/probes.yaml`,
  server: "https://openrouter.ai/api/v1",
};

/**
 * The arguments of `truespec drift` that say what to check and where.
 *
 * @param {string} baseUrl
 * @returns {string[]}
 */
export function driftArguments(baseUrl) {
  return [
    "drift",
    openrouter.description,
    ...openrouter.overlays.flatMap((overlay) => ["--overlay", overlay]),
    "--base-url",
    baseUrl,
    "--probes",
    openrouter.probes,
  ];
}
