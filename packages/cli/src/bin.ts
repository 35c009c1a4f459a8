#!/usr/bin/env node
import process from "node:process";
import { run } from "./program.ts";
import { createProcessTerminal } from "./terminal/process-terminal.ts";

process.exitCode = await run(createProcessTerminal(), process.argv.slice(2));
