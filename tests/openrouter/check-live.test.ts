import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbeddedServer } from "../../scripts/run.mjs";

// A process of its own: the script below is waited for, so nothing here can answer it.
let server: Awaited<ReturnType<typeof startEmbeddedServer>>;
beforeAll(async () => {
  server = await startEmbeddedServer();
});
afterAll(() => server.stop());

const key = "sk-or-v1-0123456789abcdef";

test("the scheduled job checks a live API with its key and keeps the reports", () => {
  rmSync(".truespec/live", { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/check-live.mjs"], {
    encoding: "utf8",
    env: { ...process.env, TRUESPEC_LIVE_URL: server.url, OPENROUTER_API_KEY: key },
  });
  expect(status, stderr).toBe(0);
  const files = ["report.json", "report.md", "proposal.yaml"].map(
    (name) => `.truespec/live/${name}`,
  );
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  const texts = [stdout, stderr, ...files.map((file) => readFileSync(file, "utf8"))];
  for (const text of texts) expect(text).not.toContain(key);
  const { findings } = JSON.parse(readFileSync(".truespec/live/report.json", "utf8"));
  const operations = new Set(findings.map(({ operation }: { operation: string }) => operation));
  expect(operations).toContain("GET /models/user");
});
