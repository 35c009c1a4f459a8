// @ts-check
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes the licences of the packages whose modules came into a bundle into `third-party-licences.txt`; no file
 * where none did. One that names no licence fails the build.
 *
 * @param {readonly string[]} modules the files that were bundled
 * @param {string} folder of the bundle
 */
export function writeLicences(modules, folder) {
  const path = join(folder, "third-party-licences.txt");
  const packages = new Set(modules.filter((id) => id.includes("/node_modules/")).map(findPackage));
  rmSync(path, { force: true });
  if (packages.size > 0) writeFileSync(path, [...packages].map(readLicence).sort().join("\n\n"));
}

/**
 * @param {string} file
 * @returns {string} the folder of the package that it belongs to
 */
function findPackage(file) {
  const folder = dirname(file);
  return existsSync(join(folder, "package.json")) ? folder : findPackage(folder);
}

/**
 * @param {string} folder
 * @returns {string} the licence of a package, or what it says of it where it brings no text
 */
function readLicence(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { name, version, license, author = "its authors" } = manifest;
  if (license === undefined) throw new Error(`${name} names no licence to pass on`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text =
    file === undefined
      ? `Copyright (c) ${author.name ?? author}. Licence: ${license}.`
      : readFileSync(join(folder, file), "utf8").trim();
  return `${name} ${version}\n\n${text}\n`;
}
