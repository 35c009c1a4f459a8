import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { generateInto, load } from "./generate-into.ts";
import { typeCheck } from "./type-check.ts";

const use = `
import { isCat } from "./validators/index.js";
import type { Cat, Dog, ListPets200Response, Listed, Pet, Puppy } from "./types.ts";

/** Every child has a tag of its own, so that a switch leaves one. */
export function tell(pet: Listed): string | number | undefined {
  switch (pet.kind) {
    case "cat":
    case "tom":
      return pet.meow;
    case "Dog":
    case "Puppy":
      return pet.bark;
    case "fish":
      return pet.depth;
  }
}

/** What is no more than a parent may be a child that is still to come, and a guard tells which it is. */
export function greet({ any, listed }: ListPets200Response): readonly (string | undefined)[] {
  return any.map((pet) => (isCat(pet) ? pet.meow : pet.name)).concat(listed.map((pet) => pet.name));
}
export const bird: Pet = { kind: "bird" };
export const puppy: Puppy = { kind: "Puppy", bark: 1 };
export const dog: Dog = puppy;
// @ts-expect-error no tag of a cat
export const cat: Cat = { kind: "Dog", meow: "" };
// @ts-expect-error a dog that is no puppy
export const old: Puppy = { kind: "Dog", bark: 1 };
`;

test("children of a parent with a discriminator narrow, and the parent stays open", async () => {
  const description = await load("tests/generator/fixtures/inheritance.yaml");
  const { folder } = await generateInto(description, { emit: ["types", "validators"] });
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "use.ts"), use);
  expect(typeCheck(["use.ts", "types.ts"].map((file) => join(folder, file)))).toEqual([]);
});

const useUnions = `
import type { Cat, Pet, Puppy } from "./types.ts";

export function tell(pet: Pet): string | number {
  return pet.kind === "cat" ? pet.meow : pet.bark;
}
export const cat: Cat = { kind: "cat", meow: "", name: "Tom" };
export const pet: Pet = { kind: "dog", bark: 1 };
export const puppy: Puppy = { kind: "dog", bark: 1, toy: pet };
// @ts-expect-error neither a cat nor a dog
export const bird: Pet = { kind: "bird" };
// @ts-expect-error no pet without a kind
export const stray: Cat = { meow: "" };
`;

test("a parent that lists its children narrows, and they have what it has", async () => {
  const description = await load("tests/generator/fixtures/unions.yaml");
  const { folder, diagnostics } = await generateInto(description, { emit: ["types"] });
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(diagnostics).toEqual([]);
  writeFileSync(join(folder, "use.ts"), useUnions);
  expect(typeCheck(["use.ts", "types.ts"].map((file) => join(folder, file)))).toEqual([]);
});
