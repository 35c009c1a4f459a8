// One bundle by @redocly/openapi-core; prints its time and the process's peak memory
import { bundle, createConfig } from "@redocly/openapi-core";
import { measure } from "./measure.mjs";

await measure(async (path) => {
  const { bundle: bundled, problems } = await bundle({ ref: path, config: await createConfig({}) });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return Object.keys(bundled.parsed.paths).length;
});
