import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createSourceReader,
  type Description,
  type DescriptionDiff,
  diffDescriptions,
  loadDescription,
} from "@truespec/openapi";
import { expect, test } from "vitest";
import { stringify } from "yaml";

const folder = process.env["TRUESPEC_CORPUS"];
const missing =
  "TRUESPEC_CORPUS names no folder of descriptions: put some OpenAPI 3.x files into one";

interface Edit {
  readonly target: string;
  readonly update?: object;
  readonly remove?: true;
}

async function load(path: string, edits: readonly Edit[] = []): Promise<Description> {
  const overlay = join(mkdtempSync(join(tmpdir(), "truespec-diff-")), "edit.overlay.yaml");
  const info = { title: "edit", version: "1" };
  writeFileSync(overlay, stringify({ overlay: "1.0.0", info, actions: edits }));
  const result = await loadDescription(path, {
    read: createSourceReader({ allowNetwork: false }),
    overlays: edits.length === 0 ? [] : [overlay],
  });
  if (result.ok) return result.description;
  throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
}

function summarize({ changes }: DescriptionDiff): string[] {
  return changes.map(
    (change) => `${change.class} ${change.direction} ${change.kind} ${change.pointer}`,
  );
}

/** An edit that no client notices. */
const prose: Edit = { target: "$.info", update: { description: "edited" } };

/** Real descriptions, an edit of each, and every change that the edit is. */
const rows: readonly {
  readonly file: string;
  readonly edits: readonly Edit[];
  readonly want: readonly string[];
}[] = [
  {
    file: "github.json",
    edits: [
      {
        target: "$.components.schemas['simple-user'].properties.login",
        update: { type: "integer" },
      },
      { target: "$.components.schemas.issue.properties", update: { extra: { type: "string" } } },
    ],
    want: [
      "breaking response type /components/schemas/simple-user/properties/login",
      "additive response property-added /components/schemas/issue/properties/extra",
    ],
  },
  {
    file: "box.json",
    edits: [{ target: "$.components.schemas.AccessToken.properties.access_token", remove: true }],
    want: [
      "breaking response property-removed /components/schemas/AccessToken/properties/access_token",
    ],
  },
  {
    file: "discord.json",
    edits: [
      { target: "$.components.schemas.AccountResponse.properties.id", update: { minLength: 1 } },
    ],
    want: ["additive response lower-bound /components/schemas/AccountResponse/properties/id"],
  },
  {
    file: "adyen-management-v3.json",
    edits: [
      {
        target: "$.components.schemas.AccelInfo.properties.processingType",
        update: { enum: "newOne" },
      },
    ],
    want: [
      "additive request enum-value-added /components/schemas/AccelInfo/properties/processingType",
    ],
  },
  {
    file: "twilio-api-v2010.json",
    edits: [{ target: "$.paths['/2010-04-01/Accounts/{Sid}.json'].get", remove: true }],
    want: ["breaking null operation-removed /paths/~12010-04-01~1Accounts~1{Sid}.json/get"],
  },
  {
    file: "figma.yaml",
    edits: [
      {
        target: "$.components.schemas.IsLayerTrait.properties",
        update: { extra: { type: "string" } },
      },
      { target: "$.components.schemas.IsLayerTrait", update: { required: ["extra"] } },
    ],
    want: ["additive response property-added /components/schemas/IsLayerTrait/properties/extra"],
  },
  {
    file: "spotify.yml",
    edits: [{ target: "$.paths['/albums/{id}'].get", update: { deprecated: true } }],
    want: ["informational null operation-deprecated /paths/~1albums~1{id}/get"],
  },
  {
    file: "asana.yaml",
    edits: [
      {
        target: "$.paths['/workspaces'].get.parameters",
        update: { name: "q", in: "query", required: true, schema: {} },
      },
    ],
    want: ["breaking request parameter-added /paths/~1workspaces/get/parameters/1"],
  },
];

test.for(rows)("$file", async ({ file, edits, want }, context) => {
  const path = join(folder ?? "", file);
  if (folder === undefined || !existsSync(path)) return context.skip(missing);
  const [before, same] = [await load(path), await load(path, [prose])];
  const started = performance.now();
  expect(diffDescriptions(before, same)).toEqual({ bump: "none", changes: [] });
  const compared = performance.now();
  const edited = await load(path, edits);
  const loaded = performance.now();
  expect(summarize(diffDescriptions(before, edited))).toEqual(want);
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(2)} s`;
  console.log(
    `${file}: with itself in ${seconds(started, compared)}, ` +
      `edited in ${seconds(loaded, performance.now())}`,
  );
});
