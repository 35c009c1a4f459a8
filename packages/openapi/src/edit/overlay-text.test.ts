import type { JsonObject } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { applyOverlay } from "../overlay/apply-overlay.ts";
import type { Overlay, OverlayAction } from "../overlay/overlay.ts";
import { parseText } from "../parse/parse-text.ts";
import { applyOverlayToText } from "./overlay-text.ts";

const overlayOf = (...actions: readonly OverlayAction[]): Overlay => ({
  overlay: "1.1.0",
  title: "t",
  version: "1",
  actions,
});

const text = `# Ours, by hand.
openapi: 3.0.3 # not 3.1 yet
info: { title: "Pets", version: "1" }
paths:
  /pets:
    get:
      # Lists them.
      tags: [pets, 'all']
      responses:
        '200': # fine
          description: >-
            All of
            them.
components:
  schemas:
    Pet: &pet
      type: object
    Cat: *pet
`;

test("an overlay changes the text where it changes the description", () => {
  const overlay = overlayOf(
    { target: "$.info", update: { title: "Cats" } },
    { target: "$.paths.*.get.tags", update: ["new"] },
    { target: "$.paths['/pets'].get.responses['200'].description", update: "All." },
    { target: "$.components.schemas.Cat", update: { nullable: true } },
  );
  const { text: patched, diagnostics } = applyOverlayToText(text, overlay, "a.yaml");
  expect(diagnostics).toEqual([]);
  expect(patched).toBe(
    text
      .replace('"Pets"', '"Cats"')
      .replace("'all']", "'all', new]")
      .replace("All of\n            them.", "All.")
      .replace("Cat: *pet", "Cat:\n      type: object\n      nullable: true"),
  );
  const given = parseText(text, "a.yaml").document?.value;
  // The text above is an object
  const { document } = applyOverlay(given as JsonObject, overlay);
  expect(parseText(patched, "a.yaml").document?.value).toEqual(document);
});

test("what cannot be written leaves the text as it is", () => {
  const overlay = overlayOf({ target: "$.components.schemas.Pet", update: { nullable: true } });
  const { text: patched, diagnostics } = applyOverlayToText(text, overlay, "a.yaml");
  expect(diagnostics.map(({ code, location }) => `${code}:${location?.line}`)).toEqual([
    "edit-shared:16",
  ]);
  expect(patched).toBe(text);
});

test("what the overlay's own targets lack is said", () => {
  const overlay = overlayOf({ target: "$.inf", update: {} });
  const { text: patched, diagnostics } = applyOverlayToText(text, overlay, "a.yaml");
  expect(diagnostics.map(({ code }) => code)).toEqual(["overlay-target-unmatched"]);
  expect(patched).toBe(text);
});
