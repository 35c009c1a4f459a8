import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { stampCode } from "../../cache/code-stamp.ts";
import { hash } from "../../cache/hash.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import type { GenerateArguments } from "./arguments.ts";
import type { Job } from "./jobs.ts";

/** Hash of everything beside the inputs that decides about a job's files and messages. */
export function createJobKey(terminal: Terminal, parsed: GenerateArguments, job: Job): string {
  const own = dirname(fileURLToPath(import.meta.url));
  const { hooks, ...entry } = job.entry;
  const parts = {
    code: stampCode(own),
    // Messages name paths as seen from here.
    cwd: terminal.cwd,
    allowNetwork: parsed.allowNetwork === true,
    command: job.command,
    entry,
    // What a function does is known by the modules that it stands in.
    hooks: hooks === undefined ? [] : job.configFiles.map((file) => hash(readFileSync(file))),
  };
  return hash(JSON.stringify(parts));
}
