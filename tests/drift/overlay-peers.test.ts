import { createRequire } from "node:module";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import {
  compare,
  createFileAccess,
  createReload,
  observe,
  type Proposal,
  proposeOverlay,
  readRecordings,
} from "@truespec/drift-check";
import { applyOverlay, loadDescription, type ReadSource } from "@truespec/openapi";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { answersBeyond } from "./planted/answers.ts";
import { enums } from "./planted/enums.ts";
import { fields } from "./planted/fields.ts";
import { placed } from "./planted/placements.ts";
import { documentOf, type Scenario } from "./planted/scenario.ts";
import { values } from "./planted/values.ts";

/** Other engines that apply overlays, where `benchmarks/` has them installed. They are no dependency of ours. */
type Engine = (document: unknown, overlay: unknown) => unknown;

const benchmarks = createRequire(join(import.meta.dirname, "../../benchmarks/package.json"));

async function load(name: string): Promise<Record<string, unknown> | undefined> {
  try {
    return await import(/* @vite-ignore */ pathToFileURL(benchmarks.resolve(name)).href);
  } catch {
    return undefined;
  }
}

const engines: Readonly<Record<string, () => Promise<Engine | undefined>>> = {
  "openapi-format": async () => {
    const module = await load("openapi-format");
    // What a package of JavaScript exports is known from its own documentation alone.
    const apply = module?.["openapiOverlay"] as
      | ((document: unknown, options: object) => Promise<{ data: unknown }>)
      | undefined;
    return apply && (async (document, overlaySet) => (await apply(document, { overlaySet })).data);
  },
  "openapi-overlays-js": async () => {
    const module = await load("openapi-overlays-js/src/overlay.js");
    return module?.["applyOverlay"] as Engine | undefined;
  },
};

/** What no engine but ours can apply: they lose a field whose name is `__proto__`. */
const beyondThem = ["names that JSON Pointer escapes, and names of the language"];

const scenarios = [...placed, ...fields, ...values, ...enums, ...answersBeyond];

async function propose(scenario: Scenario): Promise<Proposal> {
  const bytes = new TextEncoder().encode(JSON.stringify(documentOf(scenario)));
  const read: ReadSource = async (location) => ({ location, bytes });
  const loaded = await loadDescription("api.json", { read });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const lines = scenario.exchanges.map((one) => `${JSON.stringify(one)}\n`).join("");
  const stdin = () => Readable.from([Buffer.from(lines)]);
  const collect = () => readRecordings(["-"], { files: createFileAccess(stdin()) });
  const { description } = loaded;
  const profile = await observe(description, collect());
  const reload = createReload("api.json", { read });
  return proposeOverlay(description, profile, compare(description, profile), { reload, collect });
}

test.for(Object.keys(engines))(
  "%s applies what is proposed to the same result",
  async (name, { skip }) => {
    const apply = await engines[name]?.();
    if (apply === undefined) return skip(`benchmarks/ has no ${name} installed: npm install there`);
    let compared = 0;
    const differing: string[] = [];
    for (const scenario of scenarios) {
      const { overlay, text } = await propose(scenario);
      if (overlay === undefined || text === undefined) continue;
      compared += 1;
      const document = documentOf(scenario);
      const want = applyOverlay(document, overlay).document;
      const got = await apply(plainly(document), parse(text));
      if (!isDeepStrictEqual(plainly(got), plainly(want))) differing.push(scenario.name);
    }
    console.log(`\n${name}: ${compared - differing.length} of ${compared} proposals alike\n`);
    expect(differing).toEqual(beyondThem);
    expect(compared).toBeGreaterThan(50);
  },
);

/** As JSON has it: without prototypes and members that are undefined. */
function plainly(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
