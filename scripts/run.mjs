// @ts-check
import { spawn } from "node:child_process";

/**
 * Runs one of the repository's own commands from `node_modules/.bin`, its output passed through.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code; 70 when a signal ended it
 */
export function run(command, parameters, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${command}`, parameters, { stdio: "inherit", env });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 70));
  });
}

/**
 * Starts the embedded server on a free loopback port.
 *
 * @returns {Promise<{ url: string, stop: () => void }>} its base URL, once it listens
 */
export function startEmbeddedServer() {
  return new Promise((resolve, reject) => {
    const child = spawn("node_modules/.bin/openrouter-server", ["--port", "0"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const stop = () => void child.kill("SIGTERM");
    let printed = "";
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`openrouter-server ended with ${code}`)));
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      printed += chunk;
      const end = printed.indexOf("\n");
      if (end >= 0) resolve({ url: printed.slice(0, end).trim(), stop });
    });
  });
}
