import { expect, test } from "vitest";
import { camelCase } from "./camel-case.ts";
import { allocateNames } from "./operation-names.ts";

test.each([
  { text: "listPets", want: "listPets" },
  { text: "list_pets", want: "listPets" },
  { text: "List Pets!", want: "listPets" },
  { text: "URLList", want: "urlList" },
  { text: "ID", want: "id" },
  { text: "2fa/verify", want: "_2faVerify" },
  { text: "größe-ändern", want: "größeÄndern" },
  { text: "Überblick", want: "überblick" },
  { text: "---", want: undefined },
])("camelCase($text) is $want", ({ text, want }) => {
  expect(camelCase(text)).toBe(want);
});

const get = (operationId: string | undefined, path = "/") => ({ operationId, method: "get", path });

test.each([
  { given: [get("a"), get("b")], want: ["a", "b"] },
  {
    given: [get(undefined, "/models/{id}"), get(undefined, "/")],
    want: ["getModelsById", "getRoot"],
  },
  {
    given: [get("delete"), get("then"), get("__proto__")],
    want: ["deleteOperation", "thenOperation", "proto"],
  },
  {
    given: [
      get("5476365e031f5909e4fe331d", "/buses"),
      get("{0B1C2D3E-4F50-6172-8394-A5B6C7D8E9F0}", "/trains"),
      get("addedFacadeBead", "/c"),
    ],
    want: ["getBuses", "getTrains", "addedFacadeBead"],
  },
  { given: [get("list-pets", "/pets"), get("listPets", "/p")], want: ["getPets", "listPets"] },
  { given: [get("a", "/x"), get("a", "/x"), get("a", "/x")], want: ["a", "getX", "a2"] },
])("names of $given", ({ given, want }) => {
  expect(allocateNames(given)).toEqual(want);
});
