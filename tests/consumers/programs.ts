/** What a consumer does: a client calls the server, validators accept what came and reject what is wrong. */
export const use = `
import { createOpenRouter } from "@truespec/openrouter-client";
import { isModel, validateGetModels200 } from "@truespec/openrouter-validators";

export async function use(baseUrl) {
  const { models } = createOpenRouter({ baseUrl });
  const data = await models.list();
  const rejected = validateGetModels200({ data: [{ id: 1 }] });
  return {
    called: data.length > 0,
    accepted: isModel(data[0]),
    rejected: rejected.valid ? [] : [...new Set(rejected.errors.map(({ keyword }) => keyword))].sort(),
  };
}
`;

/** What {@link use} answers. */
export const used = { called: true, accepted: true, rejected: ["required", "type"] };

/** {@link use} as a program that is given the server's address. */
export const program = (address: string) => `
import { use } from "./use.mjs";
console.log(JSON.stringify(await use(${address})));
`;

/** {@link use} for \`require\`. */
export const commonJs = `
const { createOpenRouter } = require("@truespec/openrouter-client");
const { isModel, validateGetModels200 } = require("@truespec/openrouter-validators");

createOpenRouter({ baseUrl: process.argv[2] }).models.list().then((data) => {
  const rejected = validateGetModels200({ data: [{ id: 1 }] });
  const keywords = [...new Set(rejected.errors.map(({ keyword }) => keyword))].sort();
  console.log(JSON.stringify({ called: data.length > 0, accepted: isModel(data[0]), rejected: keywords }));
});
`;

/** A Worker that answers with what {@link use} answers; its client calls where \`x-base-url\` says. */
export const worker = `
import { use } from "./use.mjs";

export default {
  async fetch(request) {
    return Response.json(await use(request.headers.get("x-base-url")));
  },
};
`;

/** For workerd: one Worker on a free port, which may call this machine. */
export const workerConfig = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "machine", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.bundle.mjs")],
  compatibilityDate = "2026-01-01",
  globalOutbound = "machine",
);
`;

/** A page that sends to its server what {@link use} answers. */
export const page = `
import { use } from "./use.mjs";
const answer = await use(location.origin + "/api/v1").catch((error) => ({ error: String(error) }));
await fetch("/answer", { method: "POST", body: JSON.stringify(answer) });
`;

/** Types of every package, for a compiler that checks their declarations too. */
export const typed = (names: readonly string[]) => `
import { createOpenRouter } from "@truespec/openrouter-client";
import type { Model } from "@truespec/openrouter-types";
import { isModel, validateGetModels200 } from "@truespec/openrouter-validators";
${names.map((name, index) => `import * as package${index} from ${JSON.stringify(name)};`).join("\n")}

export const packages: readonly object[] = [${names.map((_, index) => `package${index}`).join(", ")}];

export async function use(baseUrl: string): Promise<Model | undefined> {
  const [first]: readonly Model[] = await createOpenRouter({ baseUrl }).models.list();
  const given: unknown = first;
  const checked = validateGetModels200(given);
  // @ts-expect-error a model's id is a string
  const wrong: Model["id"] = 1;
  console.log(wrong);
  return checked.valid ? checked.value.data[0] : isModel(given) ? given : undefined;
}
`;

/** What a consumer does with a package that `truespec generate --package` wrote. */
export const generated = `
import { createClient } from "@x/api";
import { isThing, validateThing } from "@x/api/validators";

const client = createClient({ baseUrl: process.argv[2] });
const result = await client.things.createThing({ body: { name: "n" } });
const thing = JSON.parse(result.data.body);
console.log(JSON.stringify({ status: result.status, is: isThing(thing), valid: validateThing({}).valid }));
`;

/** What {@link generated} prints. */
export const generatedUsed = { status: 201, is: true, valid: false };

/** A configuration that generates from the fixtures of the generator, one folder each. */
export const configuration = (fixtures: string) => `
import { defineConfig } from "truespec";

const fixtures = ${JSON.stringify(fixtures)};

export default defineConfig({
  generate: [
    { description: fixtures + "/api.yaml", out: "api" },
    { description: fixtures + "/api.yaml", out: "package", package: "@x/api" },
    { description: fixtures + "/inheritance.yaml", out: "inheritance", types: { enums: "open" } },
    { description: fixtures + "/lists.yaml", out: "lists", validators: { listing: "interpreted" } },
    { description: fixtures + "/unions.yaml", out: "unions" },
    {
      description: fixtures + "/dates.yaml",
      out: "dates",
      types: { dates: "Date" },
      validators: { formats: "assert" },
      hooks: {
        includeOperation: ({ deprecated }) => !deprecated,
        nameOperation: ({ operationId }) => operationId?.replace(/^api_/, ""),
      },
    },
  ],
});
`;

/** What a user does with what {@link configuration} has generated, for a compiler that narrows it. */
export const typedGenerated = `
import { createClient } from "./api/client.js";
import { addEvent, createConnection, listEvents } from "./dates/client.js";
import type { Event } from "./dates/types.js";
import { isEvent, validateEvent } from "./dates/validators/index.js";
import { createClient as createPackaged } from "./package/dist/client.js";

export async function use(given: unknown): Promise<readonly (Date | string | undefined)[]> {
  const listed = await listEvents(createConnection(), { since: new Date() });
  if (!listed.ok) return listed.status === 429 ? [listed.error.until] : [];
  const event: Event = { at: new Date() };
  // @ts-expect-error a date is no text
  await addEvent(createConnection(), { body: { at: "" } });
  const created = await createClient().things.createThing({ body: { name: "n" } });
  const packaged: typeof created = await createPackaged().things.createThing({ body: { name: "n" } });
  const checked = validateEvent(given);
  return [
    ...listed.data.map(({ at }) => at),
    event.at,
    packaged.ok ? packaged.data.url : undefined,
    checked.valid ? checked.value.at : undefined,
    isEvent(given) ? given.at : undefined,
  ];
}
`;

/** The project of somebody whose compiler does not know the `exports` of a package. */
export const old = `
import { call } from "@truespec/client";
import { createOpenRouter } from "@truespec/openrouter-client";
import { createClient } from "@x/api";
import { defineConfig } from "truespec";

export const used: unknown[] = [call, createOpenRouter, createClient, defineConfig({})];
`;
