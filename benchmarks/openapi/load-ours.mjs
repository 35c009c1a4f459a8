// One load by this repository's build; prints its time and the process's peak memory
import { createSourceReader, loadDescription } from "../../packages/openapi/dist/index.js";
import { measure } from "./measure.mjs";

await measure(async (path) => {
  const result = await loadDescription(path, { read: createSourceReader({ allowNetwork: false }) });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
  return result.description.operations.length;
});
