import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createClient as generateHeyApi } from "@hey-api/openapi-ts";
import { build } from "esbuild";

const description = fileURLToPath(
  new URL("../../openapi/openrouter/openapi.yaml", import.meta.url),
);

/**
 * Each contender lists models: `source` is a module whose default export makes, for a base URL, the
 * function that does so. With `timeout`, in milliseconds, an attempt is limited where the library has an
 * option for it.
 */
const sources = {
  truespec: () => `
    import { createConnection, getModels } from "@truespec/openrouter-client";
    export default (baseUrl, timeout) => {
      const limit = timeout === undefined ? {} : { timeout: { attempt: timeout } };
      const connection = createConnection({ baseUrl, auth: { apiKey: "k" }, ...limit });
      return (signal) => getModels(connection, {}, { accept: "application/json", signal });
    };`,
  "openapi-fetch": () => `
    import createClient from "openapi-fetch";
    export default (baseUrl) => {
      const client = createClient({ baseUrl, headers: { authorization: "Bearer k" } });
      return (signal) => client.GET("/models", { signal });
    };`,
  "hey-api": (folder) => `
    import { getModels } from ${JSON.stringify(join(folder, "sdk.gen.ts"))};
    import { createClient } from ${JSON.stringify(join(folder, "client/index.ts"))};
    export default (baseUrl) => {
      const client = createClient({ baseUrl });
      return (signal) => getModels({ client, headers: { Authorization: "Bearer k" }, signal });
    };`,
  "openai-node": () => `
    import OpenAI from "openai";
    export default (baseURL, timeout) => {
      const client = new OpenAI({ apiKey: "k", baseURL, ...(timeout && { timeout }) });
      return (signal) => client.models.list({ signal });
    };`,
  "@openrouter/sdk": () => `
    import { OpenRouter } from "@openrouter/sdk";
    export default (serverURL, timeoutMs) => {
      const client = new OpenRouter({ apiKey: "k", serverURL, ...(timeoutMs && { timeoutMs }) });
      return (signal) => client.models.list(undefined, { fetchOptions: { signal } });
    };`,
};

/** Generates hey-api's client of the description into a folder of its own. */
async function generatePeer() {
  const folder = mkdtempSync(join(tmpdir(), "truespec-hey-api-"));
  await generateHeyApi({
    input: description,
    output: folder,
    plugins: ["@hey-api/client-fetch", "@hey-api/sdk", "@hey-api/typescript"],
    logs: { level: "silent" },
  });
  return folder;
}

/** Every contender bundled: its code, as a program would load it, and what makes its call. */
export async function loadContenders() {
  const folder = await generatePeer();
  const contenders = [];
  for (const [name, source] of Object.entries(sources)) {
    const outfile = join(folder, `${contenders.length}.mjs`);
    const result = await build({
      stdin: { contents: source(folder), resolveDir: import.meta.dirname, loader: "ts" },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      conditions: ["import", "default"],
      external: ["node:*"],
      logLevel: "error",
      metafile: true,
      outfile,
    });
    const [bytes] = Object.values(result.metafile.outputs).map((output) => output.bytes);
    const { default: connect } = await import(pathToFileURL(outfile).href);
    contenders.push({ name, outfile, bytes, connect });
  }
  return contenders;
}
