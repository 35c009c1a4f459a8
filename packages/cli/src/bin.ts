#!/usr/bin/env node
import process from "node:process";
import { keepCompiledCode } from "./code/keep-compiled.ts";
import { expectShortRun } from "./code/length-of-run.ts";

// First of all: code is kept for the flags that V8 ran with
expectShortRun();
keepCompiledCode(import.meta.dirname, process.env);

const { run } = await import("./program.ts");
const { createProcessTerminal } = await import("./terminal/process-terminal.ts");

process.exitCode = await run(createProcessTerminal(), process.argv.slice(2));
