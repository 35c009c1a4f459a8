import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Revise, reviseAtomically } from "./revise-atomically.ts";

let file: string;

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "truespec-revise-")), "list.json");
});

afterEach(() => rmSync(join(file, ".."), { recursive: true }));

const append =
  (entry: string): Revise =>
  (text = "") =>
    text + entry;

test("revisions at the same time follow one another", async () => {
  const entries = Array.from({ length: 30 }, (_, index) => `${index}\n`);
  await Promise.all(entries.map((entry) => reviseAtomically(file, append(entry))));
  const lines = readFileSync(file, "utf8").split(/(?<=\n)/);
  expect(lines.toSorted()).toEqual(entries.toSorted());
  expect(readdirSync(join(file, ".."))).toEqual(["list.json"]);
});

test("a revision that fails changes nothing and lets go", async () => {
  writeFileSync(file, "before");
  const fail = () => {
    throw new Error("no such list");
  };
  await expect(reviseAtomically(file, fail)).rejects.toThrow("no such list");
  await reviseAtomically(file, append(", after"));
  expect(readFileSync(file, "utf8")).toBe("before, after");
});

test("a lock that stays is named, and what it guards is untouched", async () => {
  writeFileSync(file, "before");
  writeFileSync(`${file}.lock`, "");
  const revising = reviseAtomically(file, append("after"), 50);
  await expect(revising).rejects.toThrow(`another run holds ${file}.lock`);
  expect(readFileSync(file, "utf8")).toBe("before");
  expect(readdirSync(join(file, ".."))).toEqual(["list.json", "list.json.lock"]);
});
