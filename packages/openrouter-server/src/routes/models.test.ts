import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseCatalogue } from "../catalogue/parse-catalogue.ts";
import { type RunningServer, startServer } from "../start-server.ts";

/** What a row of the catalogue says besides the usual. */
interface Row {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly created: number;
}

function row({ id, created, ...others }: Row): unknown {
  return {
    id,
    created,
    canonical_slug: id,
    name: id,
    description: `About ${id} \u0008& <others>`,
    context_length: 0,
    architecture: { input_modalities: ["text"], output_modalities: ["text"] },
    pricing: { prompt: "-1", completion: "-1" },
    supported_parameters: [],
    ...others,
  };
}

const day = 86_400;
const now = new Date("2026-08-19T00:00:00Z");
const today = now.getTime() / 1000;

const catalogue = parseCatalogue(
  JSON.stringify({
    data: [
      row({
        id: "old/cheap",
        created: today - 300 * day,
        name: "Old: The Cheap One",
        context_length: 8_192,
        architecture: arch("Llama3", ["text"], ["text"]),
        pricing: { prompt: "0.0000001", completion: "0.0000003" },
        supported_parameters: ["tools", "seed"],
        benchmarks: benchmarks({ intelligence: 10, coding: 30, agentic: null, elo: [900, 1200] }),
      }),
      row({
        id: "mid/dear",
        created: today - 30 * day,
        canonical_slug: "mid/dear-20260720",
        context_length: 1_000_000,
        architecture: arch("Llama4", ["text", "image"], ["text", "image"]),
        pricing: { prompt: "0.000003", completion: "0.000015" },
        supported_parameters: ["tools"],
        benchmarks: benchmarks({ intelligence: 50, coding: 20, agentic: 40, elo: [1000] }),
      }),
      row({
        id: "mid/dear:free",
        created: today - 30 * day,
        canonical_slug: "mid/dear-20260720",
        context_length: 128_000,
        architecture: arch("Llama4", ["text"], ["text"]),
        pricing: { prompt: "0", completion: "0" },
      }),
      row({ id: "~mid/latest", created: today - 10 * day, name: "Router of mid" }),
      row({
        id: "new/voice",
        created: today - day,
        architecture: arch("Other", ["text"], ["speech"]),
        pricing: { prompt: "0.00002", completion: "0" },
      }),
    ],
    traits: {
      "old/cheap": {
        weekly_tokens: 10,
        throughput: 200,
        latency: 2,
        categories: ["legal"],
        providers: ["Groq", "Together"],
        zdr: true,
        regions: ["eu"],
        distillable: true,
        tool_success_rate: 0.75,
      },
      "mid/dear": {
        weekly_tokens: 99,
        throughput: 50,
        latency: 0.5,
        categories: ["legal", "marketing/seo"],
        providers: ["Azure"],
        zdr: false,
        regions: ["us", "eu"],
        tool_success_rate: 0.99,
      },
      "mid/dear:free": { throughput: 100 },
    },
  }),
);

function arch(tokenizer: string, input: readonly string[], output: readonly string[]): unknown {
  return { tokenizer, input_modalities: input, output_modalities: output };
}

function benchmarks(figures: {
  readonly intelligence: number | null;
  readonly coding: number | null;
  readonly agentic: number | null;
  readonly elo: readonly number[];
}): unknown {
  return {
    design_arena: figures.elo.map((elo) => ({ elo })),
    artificial_analysis: {
      intelligence_index: figures.intelligence,
      coding_index: figures.coding,
      agentic_index: figures.agentic,
    },
  };
}

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ catalogue, now: () => now });
});
afterAll(() => server.close());

async function listIds(query: string): Promise<string> {
  const response = await fetch(`${server.url}/models${query}`);
  expect(response.status).toBe(200);
  const { data } = (await response.json()) as { data: { id: string }[] };
  return data.map(({ id }) => id).join(" ");
}

const [cheap, dear, free, router, voice] = [
  "old/cheap",
  "mid/dear",
  "mid/dear:free",
  "~mid/latest",
  "new/voice",
];
const textual = `${router} ${dear} ${free} ${cheap}`;

describe("filters", () => {
  test.each([
    ["", textual],
    ["?output_modalities=", textual],
    ["?output_modalities=all", `${voice} ${textual}`],
    ["?output_modalities=image", dear],
    ["?output_modalities=image,speech", `${voice} ${dear}`],
    ["?output_modalities=smell", ""],
    ["?category=legal", `${dear} ${cheap}`],
    ["?category=marketing/seo", dear],
    ["?category=marketing%2Fseo", dear],
    ["?category=health", ""],
    ["?supported_parameters=tools", `${dear} ${cheap}`],
    ["?supported_parameters=tools,seed", cheap],
    ["?supported_parameters=seed,%20tools", cheap],
    ["?supported_parameters=telepathy", ""],
    ["?q=CHEAP", cheap],
    ["?q=mid/dear", `${dear} ${free}`],
    ["?q=20260720", `${dear} ${free}`],
    ["?q=the%20cheap", cheap],
    ["?input_modalities=image", dear],
    ["?input_modalities=image,text", textual],
    ["?context=8192", `${dear} ${free} ${cheap}`],
    ["?context=8193", `${dear} ${free}`],
    ["?min_price=0", `${dear} ${free} ${cheap}`],
    ["?min_price=0.1", `${dear} ${cheap}`],
    ["?min_price=0.11", dear],
    ["?max_price=0", free],
    ["?max_price=0.1", `${free} ${cheap}`],
    ["?max_price=null", textual],
    ["?max_price=", textual],
    ["?min_price=0.05&max_price=1", cheap],
    ["?min_output_price=15", dear],
    ["?max_output_price=0.3", `${free} ${cheap}`],
    ["?arch=llama", `${dear} ${free} ${cheap}`],
    ["?arch=Llama4", `${dear} ${free}`],
    ["?arch=Lla", ""],
    ["?model_authors=mid", `${router} ${dear} ${free}`],
    ["?model_authors=old,new", cheap],
    ["?providers=groq", cheap],
    ["?providers=Azure,Groq", `${dear} ${cheap}`],
    ["?distillable=true", cheap],
    ["?distillable=false", `${router} ${dear} ${free}`],
    ["?zdr=true", cheap],
    ["?region=eu", `${dear} ${cheap}`],
    ["?region=us", dear],
    ["?min_age_days=30", `${dear} ${free} ${cheap}`],
    ["?max_age_days=29.5", router],
    ["?min_intelligence_index=11", dear],
    ["?max_intelligence_index=10", cheap],
    ["?min_coding_index=20", `${dear} ${cheap}`],
    ["?max_coding_index=29", dear],
    ["?min_agentic_index=-5", dear],
    ["?max_agentic_index=40", dear],
    ["?min_tool_success_rate=0.8", dear],
    ["?max_tool_success_rate=0.8", cheap],
    ["?category=legal&region=us&q=dear", dear],
    ["?never_heard_of=1", textual],
    ["?__proto__=1&constructor=2", textual],
    ["?q=cheap&q=dear", cheap],
  ])("%s", async (query, want) => {
    expect(await listIds(query)).toBe(want);
  });
});

describe("sorts, what has no figure comes last", () => {
  test.each([
    ["pricing-low-to-high", `${free} ${cheap} ${dear} ${router}`],
    ["pricing-high-to-low", `${dear} ${cheap} ${free} ${router}`],
    ["context-high-to-low", `${dear} ${free} ${cheap} ${router}`],
    ["throughput-high-to-low", `${cheap} ${free} ${dear} ${router}`],
    ["latency-low-to-high", `${dear} ${cheap} ${router} ${free}`],
    ["most-popular", `${dear} ${cheap} ${router} ${free}`],
    ["top-weekly", `${dear} ${cheap} ${router} ${free}`],
    ["newest", textual],
    ["intelligence-high-to-low", `${dear} ${cheap} ${router} ${free}`],
    ["coding-high-to-low", `${cheap} ${dear} ${router} ${free}`],
    ["agentic-high-to-low", `${dear} ${router} ${free} ${cheap}`],
    ["design-arena-elo-high-to-low", `${cheap} ${dear} ${router} ${free}`],
  ])("%s", async (sort, want) => {
    expect(await listIds(`?sort=${sort}`)).toBe(want);
  });
});

describe("values that cannot be used", () => {
  test.each([
    ["sort", "cheapest"],
    ["sort", ""],
    ["sort", "constructor"],
    ["category", "cooking"],
    ["distillable", "yes"],
    ["zdr", "false"],
    ["region", "mars"],
    ["context", "many"],
    ["context", "1.5"],
    ["context", "-1"],
    ["min_price", "0x10"],
    ["max_price", "-1"],
    ["max_price", "Infinity"],
    ["min_output_price", "1e999"],
    ["min_age_days", "-3"],
    ["max_coding_index", "good"],
    ["min_tool_success_rate", "1.01"],
    ["offset", "-1"],
    ["limit", "0"],
    ["limit", "1001"],
    ["limit", "1.5"],
  ])("%s=%s is refused in the documented envelope", async (name, value) => {
    const response = await fetch(`${server.url}/models?${name}=${value}`);
    expect(response.status).toBe(400);
    const body = await response.json();
    expect(body).toEqual({ error: { code: 400, message: expect.stringContaining(`"${name}"`) } });
  });

  test("with quirks a bad category comes in the envelope once seen", async () => {
    const odd = await startServer({ catalogue, errors: "as-observed" });
    const response = await fetch(`${odd.url}/models?category=cooking`);
    expect(response.status).toBe(400);
    const body = (await response.json()) as { error: { message: string } };
    expect(body).toEqual({
      success: false,
      error: { name: "ZodError", message: expect.any(String) },
    });
    expect(JSON.parse(body.error.message)).toMatchObject([
      { received: "cooking", code: "invalid_enum_value", path: ["category"] },
    ]);
    const other = await fetch(`${odd.url}/models?sort=cooking`);
    expect(await other.json()).toMatchObject({ error: { code: 400 } });
    await odd.close();
  });
});

describe("pages", () => {
  const next = (path: string | null) => ({ links: { next: path } });
  test.each([
    ["", textual, next(null)],
    ["?limit=2", `${router} ${dear}`, next("/api/v1/models?offset=2&limit=2")],
    ["?offset=2&limit=2", `${free} ${cheap}`, next(null)],
    ["?offset=3", cheap, next(null)],
    ["?offset=9", "", next(null)],
    ["?limit=1&q=mid&offset=1", dear, next("/api/v1/models?q=mid&offset=2&limit=1")],
  ])("%s", async (query, ids, want) => {
    const response = await fetch(`${server.url}/models${query}`);
    const body = (await response.json()) as { data: { id: string }[] };
    expect(body.data.map(({ id }) => id).join(" ")).toBe(ids);
    expect(body).toMatchObject({ ...want, total_count: query.includes("q=") ? 3 : 4 });
  });

  test("following the links visits every model once", async () => {
    const ids: string[] = [];
    let path: string | null = "/api/v1/models?output_modalities=all&limit=2";
    while (path !== null) {
      const response: Response = await fetch(new URL(path, server.url));
      const body = (await response.json()) as {
        data: { id: string }[];
        links: { next: string | null };
      };
      ids.push(...body.data.map(({ id }) => id));
      path = body.links.next;
    }
    expect(ids.join(" ")).toBe(`${voice} ${textual}`);
  });
});

describe("feed", () => {
  test("one item for each base model, newest first", async () => {
    const query = "use_rss=true&output_modalities=all&sort=pricing-low-to-high";
    const response = await fetch(`${server.url}/models?${query}`);
    expect(response.headers.get("content-type")).toMatch(/^application\/rss\+xml/);
    const xml = await response.text();
    expect(xml).toContain('<rss version="2.0">');
    expect(xml).toContain("<language>en-us</language>");
    expect(
      [...xml.matchAll(/<guid isPermaLink="false">(.*?)<\/guid>/g)].map(([, id]) => id),
    ).toEqual([voice, router, "mid/dear-20260720", cheap]);
    expect(xml).toContain("<title><![CDATA[Old: The Cheap One (old/cheap)]]></title>");
    expect(xml).toContain("<link>https://openrouter.ai/old/cheap</link>");
    expect(xml).toContain("<![CDATA[About old/cheap & <others>]]>");
    expect(xml).toContain("<pubDate>Thu, 23 Oct 2025 00:00:00 GMT</pubDate>");
  });

  test("its links lead to a chat on request", async () => {
    const url = `${server.url}/models?use_rss=true&use_rss_chat_links=true&q=cheap`;
    const xml = await (await fetch(url)).text();
    expect(xml).toContain("<link>https://openrouter.ai/chat?models=old%2Fcheap</link>");
  });

  test("anything but true leaves the answer in JSON", async () => {
    const response = await fetch(`${server.url}/models?use_rss=false`);
    expect(response.headers.get("content-type")).toBe("application/json");
  });
});

describe("headers", () => {
  test("an answer may be shared, the answer to a key may not", async () => {
    const shared = await fetch(`${server.url}/models`);
    expect(shared.headers.get("cache-control")).toBe(
      "public, max-age=300, stale-while-revalidate=3600, stale-if-error=3600",
    );
    const headers = { Authorization: "Bearer sk-or-any" };
    const personal = await fetch(`${server.url}/models`, { headers });
    expect(personal.headers.get("cache-control")).toBe("private, no-store");
    for (const name of ["etag", "last-modified", "x-ratelimit-limit"]) {
      expect(shared.headers.has(name), name).toBe(false);
    }
  });

  test("HEAD answers as GET does, without a body", async () => {
    const response = await fetch(`${server.url}/models`, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.text()).toBe("");
  });

  test("other methods and paths are refused in the envelope", async () => {
    const post = await fetch(`${server.url}/models`, { method: "POST" });
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect(await post.json()).toEqual({ error: { code: 405, message: "Method not allowed" } });
    const lost = await fetch(`${server.url}/models/openai/gpt-4o`);
    expect(lost.status).toBe(404);
    expect(await lost.json()).toEqual({ error: { code: 404, message: "Not found" } });
  });
});

test("the same request gets the same bytes", async () => {
  const read = async () => (await fetch(`${server.url}/models?sort=most-popular`)).text();
  expect(await read()).toBe(await read());
});
