// @ts-check
// Publishes every public package whose version the registry does not have yet: packed by pnpm, which
// writes real versions for `workspace:` and `catalog:`, and published by npm, which is trusted by the
// release workflow. Prints `New tag: NAME@VERSION` for each, which the release action reads.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const pnpm = ["-y", "--prefer-offline", "pnpm@12.21.0"];
const packages = readdirSync("packages")
  .map((folder) => resolve("packages", folder))
  .map((folder) => ({
    folder,
    manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
  }))
  .filter(({ manifest }) => manifest.private !== true);

for (const { folder, manifest } of packages) {
  const version = `${manifest.name}@${manifest.version}`;
  if (isPublished(version)) continue;
  const destination = mkdtempSync(join(tmpdir(), "publish-"));
  execFileSync("npx", [...pnpm, "pack", "--pack-destination", destination], { cwd: folder });
  const tarballs = readdirSync(destination).map((name) => join(destination, name));
  execFileSync("npm", ["publish", ...tarballs, "--access", "public"], { stdio: "inherit" });
  execFileSync("git", ["tag", version]);
  console.log(`New tag: ${version}`);
}

/**
 * @param {string} version name@version
 * @returns {boolean}
 */
function isPublished(version) {
  try {
    return execFileSync("npm", ["view", version, "version"], { stdio: "pipe" }).length > 0;
  } catch (error) {
    if (String(/** @type {{ stderr?: unknown }} */ (error).stderr).includes("E404")) return false;
    throw error;
  }
}
