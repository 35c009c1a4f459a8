import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

/** Starts a process and waits for the line that says where it listens. */
export async function startListening(
  command: string,
  parameters: readonly string[],
  cwd: string,
): Promise<{ readonly child: ChildProcess; readonly line: string }> {
  const child = spawn(command, parameters, { cwd, stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise<string>((done, reject) => {
    createInterface(child.stdout).once("line", done);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${command} ended with ${code}`)));
  });
  return { child, line };
}

/** A page of one script, on the same origin as the API, which waits for the page's answer. */
export async function servePage(
  script: string,
  api: string,
): Promise<{ readonly url: string; readonly answer: Promise<string>; readonly close: () => void }> {
  let tell = (_: string): void => {};
  const answer = new Promise<string>((done) => {
    tell = done;
  });
  const server = createServer(async (request, response) => {
    const { url = "" } = request;
    if (url === "/answer") tell(await text(request));
    const [type, body] = await findBody(request, script, api);
    response.writeHead(200, { "content-type": type }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  // A server on a TCP port has an address of this type.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, answer, close: () => void server.close() };
}

async function findBody(
  { url = "" }: IncomingMessage,
  script: string,
  api: string,
): Promise<readonly [string, string]> {
  if (url === "/") return ["text/html", '<script type="module" src="/page.js"></script>'];
  if (url === "/page.js") return ["text/javascript", script];
  if (!url.startsWith("/api/v1")) return ["text/plain", ""];
  const answer = await fetch(api + url.slice("/api/v1".length));
  return [answer.headers.get("content-type") ?? "text/plain", await answer.text()];
}
