#!/usr/bin/env node
import { loadCatalogue } from "./catalogue/load-catalogue.ts";
import { type Arguments, readArguments } from "./command/read-arguments.ts";
import { ServerError } from "./server-error.ts";
import { type RunningServer, startServer } from "./start-server.ts";

const usageError = 2;

const asked = readArguments(process.argv.slice(2));
switch (asked.kind) {
  case "help":
    process.stdout.write(asked.text);
    break;
  case "usage-error":
    fail(asked.message.replace(/^error: /, ""));
    break;
  case "start":
    await start(asked);
    break;
}

async function start(options: Extract<Arguments, { kind: "start" }>): Promise<void> {
  try {
    const catalogue = await loadCatalogue(options.dataFile);
    const server = await startServer({ ...options, catalogue });
    process.stdout.write(`${server.url}\n`);
    stopOnSignals(server);
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    fail(error.message);
  }
}

function stopOnSignals(server: RunningServer): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // With nothing left to wait for, the process ends by itself, exit code 0.
    process.once(signal, () => void server.close());
  }
}

function fail(message: string): void {
  process.stderr.write(`openrouter-server: ${message}\n`);
  process.exitCode = usageError;
}
