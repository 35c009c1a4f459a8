import { type Description, loadDescription } from "@truespec/openapi";

/** The description of which some parts are given, in OpenAPI 3.1 where they do not say; fails where it cannot be loaded. */
export async function loadParts(parts: object): Promise<Description> {
  const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, ...parts };
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const read = async (location: string) => ({ location, bytes });
  const loaded = await loadDescription("api.json", { read });
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
  return loaded.description;
}
