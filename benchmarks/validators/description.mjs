// OpenRouter's description as this repository corrects it, and what its list of models is made of
import { join } from "node:path";
import { createSourceReader, loadDescription } from "../../packages/openapi/dist/index.js";

const folder = join(import.meta.dirname, "../../openapi/openrouter");
const overlays = ["10-documented-operations", "20-corrections"];

/**
 * A description as one document, and the pointers of its component schemas by name.
 *
 * @param {string} path
 * @param {readonly string[]} overlayPaths
 */
export async function readDescription(path, overlayPaths = []) {
  const read = createSourceReader({ allowNetwork: false });
  const loaded = await loadDescription(path, { read, overlays: overlayPaths });
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
  const { document, schemas } = loaded.description;
  return { document, schemas };
}

export function readOpenRouter() {
  const paths = overlays.map((name) => join(folder, "overlays", `${name}.overlay.yaml`));
  return readDescription(join(folder, "openapi.yaml"), paths);
}

/** The targets of a description's components; a name that is no identifier is made one. */
export function listTargets({ schemas }) {
  return schemas.map(({ name, pointer }) => ({
    name: name.replace(/^(?=\d)|[^A-Za-z0-9_$]/g, "_"),
    pointer,
  }));
}

const prefix = "#/components/schemas/";

/** A component as a schema of its own: what it refers to stands in `$defs`, annotations are left out. */
export function selfContained(document, name) {
  const definitions = new Map();
  const copy = (value) => {
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== "object" || value === null) return value;
    const isSchema = ["type", "oneOf", "$ref"].some((key) => keywords(value[key]));
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !isSchema || !annotations.has(key))
        .map(([key, member]) => [key, key === "$ref" ? refer(member) : copy(member)]),
    );
  };
  const keywords = (value) => typeof value === "string" || Array.isArray(value);
  const refer = (reference) => {
    if (!reference.startsWith(prefix)) throw new Error(`${reference} is no component`);
    const target = reference.slice(prefix.length);
    if (!definitions.has(target)) {
      definitions.set(target, undefined);
      definitions.set(target, copy(document.components.schemas[target]));
    }
    return `#/$defs/${target}`;
  };
  const root = copy(document.components.schemas[name]);
  return { ...root, $defs: Object.fromEntries(definitions) };
}

// With formats off, as everywhere in this comparison, `format` is an annotation too.
const annotations = new Set(["description", "example", "examples", "title", "default", "format"]);

/** The same schema with every reference replaced by what it means; it must not be recursive. */
export function dereference({ $defs, ...root }) {
  const copy = (value) => {
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== "object" || value === null) return value;
    if (typeof value.$ref === "string") return copy($defs[value.$ref.slice("#/$defs/".length)]);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copy(member)]));
  };
  return copy(root);
}
