export type { Emit, GenerateHooks, TruespecEntry } from "@truespec/generator";
export { type DriftConfig, defineConfig, type TruespecConfig } from "./config/config.ts";
