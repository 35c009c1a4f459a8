import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder, listFiles } from "../harness/folder.ts";
import { runTruespec } from "../harness/run-command.ts";
import { serve } from "../harness/serve.ts";

const secrets = {
  bearer: "tr-9f8e7d6c5b4a39281706f5e4d3c2b1a0",
  cookie: "c00kie-5e6f7a8b9c0d1e2f3a4b5c6d7e8f",
  query: "q-0a1b2c3d4e5f60718293a4b5c6d7e8f9",
  user: "us3r-Passw0rd-in-the-URL-0123456789",
  setCookie: "s3ss-11112222333344445555666677778888",
  value: "sk-or-v1-0123456789abcdef0123456789abcdef",
  name: "ghp_0123456789abcdefghijABCDEFGHIJ012345",
  header: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
  inHeader: "sk-proj-abcdefghij0123456789klmnop",
  text: "Ada lives in the Rue de la Paix, number 7",
} as const;

const description = `openapi: 3.1.0
info: { title: Things, version: "1" }
servers: [{ url: https://api.example.com/v1 }]
paths:
  /things:
    get:
      parameters:
        - { name: sort, in: query, schema: { enum: [up, down] } }
      responses:
        "200":
          description: all
          content:
            application/json:
              schema:
                type: array
                items:
                  type: object
                  properties:
                    id: { type: integer }
                    kind: { enum: [big] }
                    day: { type: string, format: date }
                    code: { type: string, pattern: "^[a-z]$" }
                    map: { type: object, additionalProperties: { type: integer } }
`;

/** Every place of an exchange that can hold a secret holds one. */
function exchange(): object {
  const { bearer, cookie, query, user, setCookie, value, name, header, inHeader, text } = secrets;
  return {
    time: "2026-08-01T10:00:00.000Z",
    request: {
      method: "GET",
      url: `https://me:${user}@api.example.com/v1/things?api_key=${query}&sort=${value}&${name}=1`,
      headers: { authorization: `Bearer ${bearer}`, cookie: `sid=${cookie}`, "x-api-key": bearer },
    },
    response: {
      status: 200,
      headers: {
        ...{ "content-type": "application/json", "set-cookie": `sid=${setCookie}` },
        ...{ "x-note": header, "x-auth-token": bearer, [`x-${inHeader}`]: "1", [inHeader]: "1" },
      },
      body: [
        { id: value, kind: value, day: text, code: header, map: { [name]: value } },
        { id: text, kind: text, day: header, fresh: value, list: [header], deep: { at: [text] } },
        { [name]: value, [`by ${inHeader}`]: 1, holder: { [name]: { [name]: header } } },
      ],
    },
  };
}

/** The secret as it stands, and as formats and URLs write it. */
function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
  return [secret, encodeURIComponent(secret), secret.replaceAll(" ", "+"), base64];
}

function expectNoSecret(texts: ReadonlyMap<string, string>): void {
  for (const [file, text] of texts) {
    for (const [kind, secret] of Object.entries(secrets)) {
      const found = formsOf(secret).filter((form) => text.includes(form));
      expect({ file, kind, found }).toEqual({ file, kind, found: [] });
    }
  }
}

const reports = ["json", "html", "markdown", "sarif", "junit", "github", "terminal"];
const everyReport = reports.flatMap((format) => ["--report", `${format}=out/r.${format}`]);
const everyOutput = [
  ...everyReport,
  ...["--propose", "out/p.yaml", "--propose-description", "out/d.yaml"],
  ...["--baseline", "out/b.json", "--update-baseline"],
];

function outputsOf(cwd: string, folder: string): ReadonlyMap<string, string> {
  const files = listFiles(cwd).filter((file) => file.startsWith(folder));
  return new Map(files.map((file) => [file, readFileSync(join(cwd, file), "utf8")]));
}

test.each([{ more: [] }, { more: ["--show-values"] }])(
  "recorded secrets reach no output ($more)",
  async ({ more }) => {
    const cwd = createFolder({ "openapi.yaml": description });
    writeFileSync(join(cwd, "a.ndjson"), `${JSON.stringify(exchange())}\n`);
    const ended = await runTruespec(
      ["drift", "openapi.yaml", "a.ndjson", ...everyOutput, ...more],
      { cwd },
    );
    const observe = ["observe", "openapi.yaml", "a.ndjson", "--out", "out/a.profile.json"];
    const observed = await runTruespec(observe, { cwd });
    const merge = ["merge", "out/a.profile.json", "out/a.profile.json"];
    const merged = await runTruespec([...merge, "--out", "out/m.profile.json"], { cwd });
    const said = [ended, observed, merged].map(({ stdout, stderr }) => stdout + stderr).join("\n");
    expect([ended.code, observed.code, merged.code, said]).toEqual([0, 0, 0, expect.any(String)]);
    const outputs = new Map([...outputsOf(cwd, "out/"), ["the terminal", said]]);
    expect([...outputs.keys()].length).toBe(reports.length + 2 + 2 + 2 + 1);
    // With --show-values a text is shown: that is what the option is for.
    const isShown = more.length > 0;
    const hide = (text: string): string => (isShown ? text.replaceAll(secrets.text, "") : text);
    expectNoSecret(new Map([...outputs].map(([file, text]) => [file, hide(text)])));
  },
);

test("secrets reach no error text", async () => {
  const cwd = createFolder({ "openapi.yaml": description });
  const line = JSON.stringify(exchange());
  const broken = {
    "cut.ndjson": line.slice(0, -40),
    "none.ndjson": `"Bearer ${secrets.bearer}"\n{"api_key": "${secrets.query}"}\n`,
    "foreign.ndjson": line.replaceAll("api.example.com", "other.example.com"),
    "path.ndjson": line.replace("/v1/things", `/v1/${secrets.value}`).replace("200", "404"),
    "status.ndjson": line.replace('"status":200', `"status":"${secrets.value}"`),
  };
  for (const [file, text] of Object.entries(broken)) writeFileSync(join(cwd, file), text);
  const files = Object.keys(broken);
  const { code, stdout, stderr } = await runTruespec(
    ["drift", "openapi.yaml", ...files, ...everyReport],
    { cwd },
  );
  expect(code).toBe(3);
  expectNoSecret(new Map([...outputsOf(cwd, "out/"), ["the terminal", stdout + stderr]]));
});

test("a credential in use reaches no recording of a live API that sends it back", async () => {
  const cwd = createFolder({ "openapi.yaml": description });
  const { bearer } = secrets;
  const url = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "application/json", "x-echo": bearer });
    response.end(JSON.stringify([{ id: bearer, [bearer]: { at: `Bearer ${bearer}` } }]));
  });
  const { code, stdout, stderr } = await runTruespec(
    [
      ...["drift", "openapi.yaml", "--base-url", url, "--header-env", "Authorization=KEY"],
      ...[...everyOutput, "--record", "out/kept", "--show-values"],
    ],
    { cwd, env: { KEY: `Bearer ${bearer}` } },
  );
  expect([code, stderr]).toEqual([0, expect.stringContaining("wrote")]);
  const outputs = outputsOf(cwd, "out/");
  expect(outputs.get("out/kept/exchanges.ndjson")).toContain("x-echo");
  expectNoSecret(new Map([...outputs, ["the terminal", stdout + stderr]]));
});
