import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const pnpm = ["-y", "--prefer-offline", "pnpm@12.21.0"];

/** A package as it would be published. */
export interface Packed {
  readonly name: string;
  /** Its folder in the workspace, where what it depends on is installed. */
  readonly folder: string;
  readonly tarball: string;
  readonly dependencies: readonly string[];
}

/** The packages of the workspace that are published. */
export function listPublicPackages(): readonly Omit<Packed, "tarball">[] {
  return readdirSync("packages").flatMap((folder) => {
    const path = join("packages", folder, "package.json");
    const { name, private: isPrivate, dependencies = {} } = JSON.parse(readFileSync(path, "utf8"));
    const found = { name, folder: resolve("packages", folder) };
    return isPrivate ? [] : [{ ...found, dependencies: Object.keys(dependencies) }];
  });
}

/** Packs every public package of the workspace, as the release does. */
export async function packPackages(): Promise<readonly Packed[]> {
  const destination = mkdtempSync(join(tmpdir(), "truespec-packed-"));
  const all = ["--recursive", "--filter", "./packages/*"];
  await run("npx", [...pnpm, ...all, "pack", "--pack-destination", destination]);
  const tarballs = readdirSync(destination);
  return listPublicPackages().map((one) => {
    const start = `${one.name.replace("@", "").replace("/", "-")}-`;
    const file = tarballs.find(
      (name) => name.startsWith(start) && /^\d/.test(name.slice(start.length)),
    );
    return { ...one, tarball: join(destination, file ?? "") };
  });
}

/**
 * Installs tarballs into a new folder without asking a registry: what else they depend on is linked
 * from the workspace, where the lockfile has put the very versions.
 *
 * @returns the folder
 */
export async function installPacked(packages: readonly Packed[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "truespec-consumer-"));
  const names = new Set(packages.map(({ name }) => name));
  const linked = new Set<string>();
  for (const { name, tarball, folder: source, dependencies } of packages) {
    await unpack(tarball, join(folder, "node_modules", name));
    for (const dependency of dependencies) {
      if (names.has(dependency) || linked.has(dependency)) continue;
      linked.add(dependency);
      linkPackage(
        join(source, "node_modules", dependency),
        join(folder, "node_modules", dependency),
      );
    }
  }
  return folder;
}

/** Unpacks a tarball into a folder. @returns the folder */
export async function unpack(tarball: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"]);
  return folder;
}

/** Packs one folder, with the workspace's compiler where its own would be. @returns the tarball */
export async function packFolder(folder: string): Promise<string> {
  const destination = mkdtempSync(join(tmpdir(), "truespec-packed-"));
  const PATH = [resolve("node_modules/.bin"), process.env["PATH"]].join(delimiter);
  await run("npx", [...pnpm, "pack", "--pack-destination", destination], {
    cwd: folder,
    env: { ...process.env, PATH },
  });
  return join(destination, readdirSync(destination)[0] ?? "");
}

/** Puts an installed package into another `node_modules`. */
export function linkPackage(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(realpathSync(from), to, "junction");
}
