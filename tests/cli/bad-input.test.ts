import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createFolder, listFiles } from "../harness/folder.ts";
import { runTruespec } from "../harness/run-command.ts";
import { always, serve } from "../harness/serve.ts";

const sound = `openapi: 3.1.0
info: { title: T, version: "1" }
servers: [{ url: https://api.example.com }]
paths:
  /things:
    get:
      responses:
        "200":
          description: all
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Things" }
components:
  schemas:
    Things:
      type: array
      items: { type: object, properties: { id: { type: string } } }
`;

const inputs = {
  "sound.yaml": sound,
  "broken.yaml": 'openapi: 3.1.0\ninfo:\n  title: "no end\n',
  "broken.json": '{\n  "openapi": "3.1.0",\n  "info": {\n}',
  "nowhere.yaml": sound.replace("schemas/Things", "schemas/Thinks"),
  "no-description.yaml": "hello: world\n",
  "empty.yaml": "",
  "overlay.yaml": "overlay: 1.0.0\nactions: []\n",
  "ids.yaml": 'probes:\n  - operation: GET /things\n    path: { id: "1" }\n',
};

const faults = [
  { file: "missing.yaml", says: ["missing.yaml"] },
  { file: "broken.yaml", says: ["broken.yaml:3"] },
  { file: "broken.json", says: ["broken.json:"] },
  { file: "nowhere.yaml", says: ["nowhere.yaml:12", "#/components/schemas/Thinks", "Things"] },
  { file: "no-description.yaml", says: ["no-description.yaml", "openapi"] },
  { file: "empty.yaml", says: ["empty.yaml"] },
  { file: "http://127.0.0.1:1/openapi.yaml", says: ["--allow-network"] },
];

test.each(faults)(
  "generate $file: exit 2, a clear message, nothing written",
  async ({ file, says }) => {
    const cwd = createFolder(inputs);
    const { code, stdout, stderr } = await runTruespec(["generate", file, "--out", "out"], { cwd });
    for (const words of says) expect(stderr).toContain(words);
    // No stack trace.
    expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+\)/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(listFiles(cwd)).toEqual(Object.keys(inputs).sort());
  },
);

test.each(faults)("drift $file: exit 2 and no report", async ({ file, says }) => {
  const cwd = createFolder(inputs);
  const parameters = ["drift", file, "--base-url", "http://127.0.0.1:1", "--report", "json=r.json"];
  const { code, stdout, stderr } = await runTruespec(parameters, { cwd });
  for (const words of says) expect(stderr).toContain(words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(listFiles(cwd)).toEqual(Object.keys(inputs).sort());
});

test.each([
  { parameters: ["nonsense"], says: "nonsense" },
  { parameters: ["generate", "sound.yaml"], says: "--out" },
  { parameters: ["generate", "sound.yaml", "--out", "o", "--emit", "docs"], says: "docs" },
  { parameters: ["generate"], says: "truespec.config.ts" },
  { parameters: ["generate", "--config", "none.ts"], says: "none.ts" },
  { parameters: ["drift", "sound.yaml"], says: "--base-url" },
  { parameters: ["drift", "sound.yaml", "--base-url", "not a url"], says: "not a url" },
  {
    parameters: ["drift", "sound.yaml", "--base-url", "http://127.0.0.1:1", "x.har"],
    says: "--base-url",
  },
  { parameters: ["drift", "sound.yaml", "missing.ndjson"], says: "missing.ndjson" },
  {
    parameters: ["drift", "sound.yaml", "x.har", "--probes", "p.yaml"],
    says: "--probes goes with --base-url",
  },
  {
    parameters: ["drift", "sound.yaml", "--base-url", "http://127.0.0.1:1", "--probes", "p.yaml"],
    says: "--probes p.yaml cannot be read",
  },
  {
    parameters: ["drift", "sound.yaml", "--base-url", "http://127.0.0.1:1", "--probes", "ids.yaml"],
    says: '"GET /things" has no path parameter "id". It has: none.',
  },
  {
    parameters: ["drift", "sound.yaml", "--base-url", "http://127.0.0.1:1", "--operation", "GET /"],
    says: "--operation goes with recordings",
  },
  {
    parameters: ["drift", "sound.yaml", "x.har", "--min-evidence", "0"],
    says: "a whole number from 1",
  },
  { parameters: ["generate", "--emit", "types"], says: "--emit goes with a description" },
  {
    parameters: ["drift", "sound.yaml", "--operation", "GET /nothing", "sound.yaml"],
    says: "GET /things",
  },
  { parameters: ["drift", "sound.yaml", "x.har", "--fail-on", "anything"], says: "additive" },
  { parameters: ["drift", "sound.yaml", "x.har", "--report", "xml"], says: "markdown" },
  { parameters: ["drift", "-", "-"], says: "standard input" },
  { parameters: ["overlay", "apply", "sound.yaml", "--out", "o.yaml"], says: "--overlay" },
])("$parameters: exit 2 and says $says", async ({ parameters, says }) => {
  const { code, stdout, stderr } = await runTruespec(parameters, { cwd: createFolder(inputs) });
  expect(stderr).toContain(says);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
});

test("an API that answers HTML: exit 3 and said so", async () => {
  const url = await serve(always(200, "text/html", "<!doctype html><title>Gateway</title>"));
  const parameters = ["drift", "sound.yaml", "--base-url", url, "--report", "terminal"];
  const { code, stdout } = await runTruespec(parameters, { cwd: createFolder(inputs) });
  expect(stdout).toMatch(/HTML/);
  expect(code).toBe(3);
});

test("an API that nobody serves: exit 3 and said so", async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const parameters = ["drift", "sound.yaml", "--base-url", `http://127.0.0.1:${port}`];
  const { code, stdout, stderr } = await runTruespec(parameters, { cwd: createFolder(inputs) });
  expect(`${stdout}${stderr}`).toMatch(/refused|reach/i);
  expect(code).toBe(3);
});

test("openrouter-server on a port in use: exit 2 and said so", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as AddressInfo;
  const child = spawn("node_modules/.bin/openrouter-server", ["--port", String(port)]);
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  taken.close();
  expect(stderr).toContain(String(port));
  expect(code).toBe(2);
});
