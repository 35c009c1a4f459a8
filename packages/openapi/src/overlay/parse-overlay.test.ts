import { expect, test } from "vitest";
import { parseOverlay } from "./parse-overlay.ts";

const head = "overlay: 1.1.0\ninfo: { title: T, version: 1.0.0 }\n";

test("an overlay is read whole", () => {
  const text = `${head}extends: openapi.yaml
x-note: mine
actions:
  - target: $.info
    description: why
    update: { a: [1] }
  - { target: $.paths, remove: true }
  - { target: $.a, copy: $.b }
`;
  expect(parseOverlay(text, "o.yaml")).toEqual({
    diagnostics: [],
    overlay: {
      overlay: "1.1.0",
      title: "T",
      version: "1.0.0",
      extends: "openapi.yaml",
      actions: [
        { target: "$.info", description: "why", update: { a: [1] } },
        { target: "$.paths", remove: true },
        { target: "$.a", copy: "$.b" },
      ],
    },
  });
});

test.each([
  { text: "x: [", want: "yaml-syntax 1:5" },
  { text: "- a", want: "overlay-invalid 1:1" },
  { text: "openapi: 3.1.0\npaths: {}", want: "overlay-invalid 1:1" },
  { text: `${head}actions: []`, want: "overlay-invalid 3:1" },
  { text: `${head}actions:\n  - update: {}`, want: "overlay-invalid 4:5" },
  { text: `${head}actions:\n  - { target: "$.[" }`, want: "overlay-target-invalid 4:7" },
  { text: `${head}actions:\n  - { target: $, remove: yes }`, want: "overlay-invalid 4:18" },
  { text: `${head}actions:\n  - { target: $, updaet: {} }`, want: "overlay-invalid 4:18" },
  { text: `${head.replace("1.1.0", "one")}actions: [{ target: $ }]`, want: "overlay-invalid 1:1" },
  {
    text: `${head}actions:\n  - { target: $.a, copy: $.b, update: {} }`,
    want: "overlay-no-effect 4:5",
  },
  {
    text: `${head.replace("1.1.0", "2.0.0")}actions: [{ target: $ }]`,
    want: "overlay-version 1:1",
  },
])("$want", ({ text, want }) => {
  const { overlay, diagnostics } = parseOverlay(text, "o.yaml");
  const found = diagnostics.map(
    ({ code, location }) => `${code} ${location?.line}:${location?.column}`,
  );
  expect(found).toEqual([want]);
  expect(overlay === undefined).toBe(!/^overlay-(version|no-effect)/.test(want));
});

test("what is no query says what is unexpected", () => {
  const text = `${head}actions:\n  - { target: "$.paths.'/a'" }\n  - { target: "$.a[" }`;
  const { diagnostics } = parseOverlay(text, "o.yaml");
  expect(diagnostics.map(({ message }) => message)).toEqual([
    `"$.paths.'/a'" is no JSONPath query: "'" is unexpected.`,
    `"$.a[" is no JSONPath query: end of input is unexpected.`,
  ]);
});
