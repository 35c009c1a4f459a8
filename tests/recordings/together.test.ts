import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Collected,
  compare,
  createFileAccess,
  type Finding,
  observe,
  readRecordings,
} from "@truespec/drift-check";
import { createSourceReader, type Description, loadDescription } from "@truespec/openapi";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

const folder = process.env["TRUESPEC_RECORDINGS"] ?? "";
const published = "openapi/openrouter/openapi.yaml";
const read = createSourceReader({ allowNetwork: false });

type Row = Readonly<Record<string, unknown>>;

/** All bodies of `GET /models` in the folder, as JSON alone reads them. */
function listFiles(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^models-.*\.json$/.test(name) && !name.endsWith(".headers.json"))
    .map((name) => join(folder, name));
}

function rowsOf(files: readonly string[]): readonly Row[] {
  return files.flatMap((file) => {
    const body: { readonly data: readonly Row[] } = JSON.parse(readFileSync(file, "utf8"));
    return body.data;
  });
}

async function load(): Promise<Description> {
  const result = await loadDescription(published, { read });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.description;
}

async function check(collected: AsyncIterable<Collected> | Iterable<Collected>) {
  const description = await load();
  const profile = await observe(description, collected);
  return { profile, findings: compare(description, profile) };
}

/** The names in a schema of the published description. */
function namesIn({ document }: Description, component: string): ReadonlySet<string> {
  const text = JSON.stringify(document);
  const schemas = JSON.parse(text).components.schemas;
  return new Set(Object.keys(schemas[component].properties));
}

beforeEach(({ skip }) => {
  skip(folder === "", "TRUESPEC_RECORDINGS names no folder of recordings");
});

describe("all recordings of GET /models together", () => {
  let findings: readonly Finding[] = [];
  let rows: readonly Row[] = [];
  let description: Description;

  beforeAll(async () => {
    if (folder === "") return;
    const files = listFiles();
    rows = rowsOf(files);
    description = await load();
    const checked = await check(
      readRecordings(files, { files: createFileAccess(), operation: "GET /models" }),
    );
    expect(checked.profile.problems).toEqual([]);
    expect(checked.profile.matched).toBe(files.length);
    findings = checked.findings;
  });

  test("are a few facts", () => {
    expect(findings.length).toBeLessThan(40);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
  });

  test("what was never true stands apart from what grew", () => {
    const kinds = new Set(findings.filter(({ systematic }) => systematic).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["type-mismatch", "unexpected-null"]);
    const never = findings.filter(({ systematic }) => systematic).map(({ location }) => location);
    expect(never).toContain("/data/*/per_request_limits");
    expect(never).toContain("/data/*/pricing/prompt");
    expect(never).toContain("/data/*/pricing/completion");
  });

  test.each([
    { holder: "Model", location: "/data/*", of: (row: Row) => row },
    { holder: "PublicPricing", location: "/data/*/pricing", of: (row: Row) => row["pricing"] },
    {
      holder: "TopProviderInfo",
      location: "/data/*/top_provider",
      of: (r: Row) => r["top_provider"],
    },
    {
      holder: "ModelArchitecture",
      location: "/data/*/architecture",
      of: (row: Row) => row["architecture"],
    },
  ])(
    "every new field of $location is found, and counted as JSON counts it",
    ({ holder, location, of }) => {
      const known = namesIn(description, holder);
      const objects = rows.map(of).filter((one) => typeof one === "object" && one !== null);
      const counts = new Map<string, number>();
      for (const one of objects) {
        for (const name of Object.keys(one)) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      const want = [...counts].filter(([name]) => !known.has(name));
      const found = findings.filter(
        (one) =>
          one.kind === "undocumented-field" &&
          one.location.slice(0, one.location.lastIndexOf("/")) === location,
      );
      const seen = found.map((one) => [one.location.slice(location.length + 1), one.n, one.total]);
      expect(seen.sort()).toEqual(want.map(([name, n]) => [name, n, objects.length]).sort());
    },
  );

  test("every new output modality is found", () => {
    const known = ["text", "image", "embeddings", "audio", "video", "rerank", "tts"];
    const values = rows.flatMap((row) => {
      const architecture = row["architecture"] as Row | undefined;
      return (architecture?.["output_modalities"] ?? []) as readonly string[];
    });
    const fresh = new Set(values.filter((value) => !known.includes(value)));
    const found = findings
      .filter(({ kind, location }) => {
        return kind === "undocumented-enum-value" && location.endsWith("/output_modalities/*");
      })
      .map(({ values }) => values?.[0]);
    expect(found.sort()).toEqual([...fresh].sort());
  });
});

describe("other recordings", () => {
  const exchange = (path: string, mediaType: string, text: string): Collected => ({
    kind: "exchange",
    exchange: {
      ...{ id: "a:1", time: undefined, operation: undefined, probed: false },
      request: {
        ...{ method: "GET", url: `https://openrouter.ai/api/v1${path}`, headers: [] },
        body: { kind: "none" },
      },
      response: {
        status: 200,
        headers: [{ name: "content-type", value: mediaType }],
        body: { kind: "text", text },
      },
    },
  });
  const namesLike = (pattern: RegExp): readonly string[] =>
    readdirSync(folder).filter((name) => pattern.test(name));

  test("a feed: a media type that the published description leaves out", async (context) => {
    const names = namesLike(/^rss-.*\.xml$/);
    if (names.length === 0) return context.skip("the recordings hold no feed");
    for (const name of names) {
      const feed = readFileSync(join(folder, name), "utf8");
      const { findings } = await check([
        exchange("/models?use_rss=true", "application/rss+xml; charset=utf-8", feed),
      ]);
      expect(findings).toMatchObject([
        { kind: "undocumented-media-type", severity: "breaking", values: ["application/rss+xml"] },
      ]);
    }
  });

  test("models for embeddings: an operation that it leaves out", async (context) => {
    const names = namesLike(/^embeddings-models-.*\.json$/);
    if (names.length === 0) return context.skip("the recordings hold no models for embeddings");
    for (const name of names) {
      const body = readFileSync(join(folder, name), "utf8");
      const { findings } = await check([exchange("/embeddings/models", "application/json", body)]);
      expect(findings).toMatchObject([
        { kind: "undocumented-operation", operation: "GET /api/v1/embeddings/models" },
      ]);
    }
  });
});
