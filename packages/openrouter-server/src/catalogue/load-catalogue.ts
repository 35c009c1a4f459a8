import { readFile } from "node:fs/promises";
import { ServerError } from "../server-error.ts";
import type { Catalogue } from "./catalogue.ts";
import { parseCatalogue } from "./parse-catalogue.ts";

/** The catalogue that comes with this package. */
const embedded: URL = new URL("../../data/catalogue.json", import.meta.url);

/**
 * Loads a catalogue from a file.
 *
 * @param file a path or file URL; the catalogue that comes with this package by default
 * @throws {ServerError} `catalogue-unreadable` or `catalogue-invalid`
 */
export async function loadCatalogue(file: string | URL = embedded): Promise<Catalogue> {
  return parseCatalogue(await readText(file));
}

async function readText(file: string | URL): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ServerError("catalogue-unreadable", `cannot read the catalogue: ${reason}`, {
      cause,
    });
  }
}
