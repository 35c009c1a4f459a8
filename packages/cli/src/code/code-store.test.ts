import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, onTestFinished, test } from "vitest";
import { openCodeStore } from "./code-store.ts";
import { createScratch } from "./scratch.ts";

const user = process.getuid?.();
const code = Buffer.from("compiled");

function createModule() {
  const cwd = mkdtempSync(join(tmpdir(), "code-store-"));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  const path = join(cwd, "node_modules/m/index.js");
  mkdirSync(join(cwd, "node_modules/m"), { recursive: true });
  writeFileSync(path, "exports.a = 1;");
  const folder = join(cwd, "kept/code");
  return { cwd, path, folder, store: openCodeStore(folder, user) };
}

function theFile(folder: string): string {
  const [name = "", ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return join(folder, name);
}

test("what is kept is found, in one file for each module", () => {
  const { path, folder, store } = createModule();
  expect(store.find(path, statSync(path), createScratch())).toBeUndefined();
  store.keep(path, statSync(path), () => code);
  expect(store.find(path, statSync(path), createScratch())).toEqual(code);
  store.keep(path, statSync(path), () => Buffer.from("newer"));
  expect(store.find(path, statSync(path), createScratch())?.toString()).toBe("newer");
  expect(statSync(theFile(folder)).mode & 0o777).toBe(0o600);
});

test("a module that was replaced is another, of the same length and time too", () => {
  const { path, folder, store } = createModule();
  const { atime, mtime } = statSync(path);
  store.keep(path, statSync(path), () => code);
  writeFileSync(`${path}.new`, "exports.a = 2;");
  renameSync(`${path}.new`, path);
  utimesSync(path, atime, mtime);
  expect(store.find(path, statSync(path), createScratch())).toBeUndefined();
  store.keep(path, statSync(path), () => code);
  expect(store.find(path, statSync(path), createScratch())).toEqual(code);
  expect(readdirSync(folder)).toHaveLength(1);
});

test.each([
  { name: "is cut off", change: (file: string) => writeFileSync(file, "half") },
  {
    name: "was edited",
    change: (file: string) => {
      const bytes = readFileSync(file);
      bytes.writeUInt8(0, bytes.length - 1);
      writeFileSync(file, bytes);
    },
  },
  { name: "others may write", change: (file: string) => chmodSync(file, 0o666) },
])("a file that $name is none", ({ change }) => {
  const { path, folder, store } = createModule();
  store.keep(path, statSync(path), () => code);
  change(theFile(folder));
  expect(store.find(path, statSync(path), createScratch())).toBeUndefined();
});

test("a file of another user is none", (context) => {
  if (user === undefined) return context.skip("the system knows no users by number");
  const { path, folder, store } = createModule();
  store.keep(path, statSync(path), () => code);
  expect(
    openCodeStore(folder, user + 1).find(path, statSync(path), createScratch()),
  ).toBeUndefined();
});

test("through a link in the folder nothing is written", () => {
  const { cwd, path, folder, store } = createModule();
  store.keep(path, statSync(path), () => code);
  const precious = join(cwd, "precious");
  writeFileSync(precious, "mine");
  symlinkSync(precious, `${theFile(folder)}.${process.pid}.tmp`);
  store.keep(path, statSync(path), () => Buffer.from("newer"));
  expect(readFileSync(precious, "utf8")).toBe("mine");
  expect(store.find(path, statSync(path), createScratch())).toEqual(code);
});

test("a folder that cannot be made is done without", () => {
  const { cwd, path } = createModule();
  writeFileSync(join(cwd, "file"), "");
  const store = openCodeStore(join(cwd, "file/code"), user);
  store.keep(path, statSync(path), () => code);
  expect(store.find(path, statSync(path), createScratch())).toBeUndefined();
});
