import { expect, test } from "vitest";
import { isJson, isText } from "../../packages/client/src/media-type.ts";
import { bodyKind } from "../../packages/generator/src/media-type.ts";

const subtypes = [
  ..."json xml yaml javascript graphql ndjson jsonl json-seq sql toml".split(" "),
  ..."x-www-form-urlencoded pdf csv octet-stream html *".split(" "),
];
const trees = ["", "x-", "vnd.a.", "vnd.a-", "vnd.a+"];
const names = ["application", "text", "image", "*"].flatMap((type) =>
  subtypes.flatMap((subtype) => trees.map((tree) => `${type}/${tree}${subtype}`)),
);

const given = [...names, "multipart/mixed", "Application/JSON; charset=utf-8", ""];
const readAs: Readonly<Record<string, string>> = { json: "json", text: "text", form: "text" };

/** A type says string where the runtime gives a text, and Blob where it gives bytes. */
test("the runtime reads each media type as its type says", () => {
  const described = given.map((name) => [name, readAs[bodyKind(name)] ?? "bytes"]);
  const read = given.map((name) => [name, isJson(name) ? "json" : isText(name) ? "text" : "bytes"]);
  expect(described).toEqual(read);
});
