import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { onTestFinished } from "vitest";

/** A page in a browser, spoken to over the DevTools protocol. */
export interface BrowserPage {
  /** The value of an expression, awaited. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Presses a key as a person would. */
  readonly press: (key: string, text?: string) => Promise<void>;
  /** Gives the page so many pixels. */
  readonly resize: (width: number, height: number) => Promise<void>;
  /** Addresses that the page asked for. */
  readonly requests: readonly string[];
  /** What the browser complained about, among it whatever the page's policy refused. */
  readonly complaints: readonly string[];
}

/** Chromium or Chrome of this machine: `TRUESPEC_CHROMIUM`, or the first on the path. */
export function findBrowser(): string | undefined {
  const named = process.env["TRUESPEC_CHROMIUM"];
  if (named !== undefined) return named;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const flags = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  "--remote-debugging-pipe",
];

/** Opens an address in a browser of its own, which ends with the test. */
export async function openPage(browser: string, url: string): Promise<BrowserPage> {
  const folder = mkdtempSync(join(tmpdir(), "truespec-browser-"));
  const child = spawn(browser, [...flags, `--user-data-dir=${folder}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const requests: string[] = [];
  const complaints: string[] = [];
  const send = connect(child, ({ method, params }) => {
    if (method === "Network.requestWillBeSent") requests.push(String(params.request?.url));
    if (method === "Log.entryAdded") complaints.push(String(params.entry?.text));
    if (method === "Runtime.exceptionThrown") complaints.push(JSON.stringify(params));
  });
  onTestFinished(async () => {
    const ended = new Promise((resolve) => child.once("close", resolve));
    const patience = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await Promise.all([send("Browser.close").catch(() => child.kill("SIGKILL")), ended]);
    clearTimeout(patience);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const call = (method: string, params: object = {}) => send(method, params, String(sessionId));
  for (const domain of ["Network", "Log", "Runtime", "Page"]) await call(`${domain}.enable`);
  await call("Page.navigate", { url });
  const evaluate = async (expression: string): Promise<unknown> => {
    const parameters = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await call("Runtime.evaluate", parameters);
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return result?.value;
  };
  await evaluate(
    `new Promise((done) => { const look = () => location.href !== "about:blank" && document.readyState === "complete" ? done() : setTimeout(look, 20); look(); })`,
  );
  const press = async (key: string, text?: string): Promise<void> => {
    const typed = text === undefined ? {} : { text };
    await call("Input.dispatchKeyEvent", { type: "keyDown", key, ...typed });
    await call("Input.dispatchKeyEvent", { type: "keyUp", key });
  };
  const resize = async (width: number, height: number): Promise<void> => {
    const screen = { width, height, deviceScaleFactor: 1, mobile: false };
    await call("Emulation.setDeviceMetricsOverride", screen);
  };
  return { evaluate, press, resize, requests, complaints };
}

/** An answer or event, of which only what is asked for is looked at. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly error?: { readonly message: string };
  readonly result?: Fields;
  readonly params: {
    readonly request?: { readonly url: string };
    readonly entry?: { readonly text: string };
  };
}

interface Fields {
  readonly targetId?: string;
  readonly sessionId?: string;
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: unknown;
}

type Send = (method: string, params?: object, sessionId?: string) => Promise<Fields>;

/** Messages are JSON, each ended by a null character. */
function connect(child: ChildProcess, hear: (message: Message) => void): Send {
  const output = child.stdio[3] as Writable;
  const input = child.stdio[4] as Readable;
  const waiting = new Map<number, (message: Message) => void>();
  let received = "";
  let last = 0;
  input.setEncoding("utf8").on("data", (chunk: string) => {
    const pieces = (received + chunk).split("\0");
    received = pieces.pop() ?? "";
    for (const piece of pieces) {
      const message: Message = JSON.parse(piece);
      if (message.id === undefined) hear(message);
      else waiting.get(message.id)?.(message);
    }
  });
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ error, result }) =>
        error === undefined ? resolve(result ?? {}) : reject(new Error(error.message)),
      );
      output.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}
