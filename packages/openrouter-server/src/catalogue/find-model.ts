import type { Catalogue } from "./catalogue.ts";
import type { Model } from "./model.ts";

/** Variants that choose how a request is routed and leave the model what it is. */
const routingVariants: ReadonlySet<string> = new Set(["nitro", "floor", "exacto", "online"]);

/**
 * Finds the model that a name means: its id, its canonical slug, a former name, or one of these
 * with dashes in place of dots.
 *
 * Routing variants (`:nitro`) are dropped; any other variant must have a row of its own.
 *
 * @param name `author/slug`, with any number of `:variant` at the end
 * @returns undefined when nothing has this name
 * @example
 * findModel(catalogue, "anthropic/claude-3-5-sonnet")?.id; // "anthropic/claude-3.5-sonnet"
 * findModel(catalogue, "openai/gpt-oss-20b:free:nitro")?.id; // "openai/gpt-oss-20b:free"
 */
export function findModel(catalogue: Catalogue, name: string): Model | undefined {
  const [base = "", ...variants] = name.split(":");
  const suffix = variants
    .filter((variant) => !routingVariants.has(variant))
    .map((variant) => `:${variant}`)
    .join("");
  const exact = findById(catalogue, base + suffix);
  if (exact !== undefined) return exact;
  const plain = findBase(catalogue, base);
  return plain === undefined || suffix === "" ? plain : findById(catalogue, plain.id + suffix);
}

function findBase(catalogue: Catalogue, name: string): Model | undefined {
  const alias = catalogue.aliases.get(name);
  if (alias !== undefined) return findById(catalogue, alias);
  const bases = catalogue.models.filter((model) => !model.id.includes(":"));
  const dashed = dashesForDots(name);
  return (
    bases.find((model) => model.id === name || model.canonical_slug === name) ??
    bases.find((model) => dashesForDots(model.id) === dashed)
  );
}

function findById(catalogue: Catalogue, id: string): Model | undefined {
  return catalogue.models.find((model) => model.id === id);
}

function dashesForDots(name: string): string {
  return name.replaceAll(".", "-");
}
