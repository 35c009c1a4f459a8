import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
import { pluginZod } from "@kubb/plugin-zod";

export default defineConfig({
  root: ".",
  input: { path: process.env["BENCH_INPUT"] ?? "" },
  output: { path: process.env["BENCH_OUTPUT"] ?? "", clean: true },
  plugins: [
    pluginOas({ validate: false }),
    pluginTs(),
    pluginClient({ client: "fetch" }),
    pluginZod(),
  ],
});
