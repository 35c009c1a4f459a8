import { createServer } from "node:http";

/** The body of a list that every contender can read. */
export const listBody = '{"data":[],"links":{"next":null},"total_count":0}';

const json = { "content-type": "application/json" };

function answer(status, headers = {}, body = "") {
  return (_, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

const good = answer(200, json, listBody);
const reset = (request) => request.socket.resetAndDestroy();
const cut = (_, response) => {
  response.writeHead(200, { ...json, "content-length": "100" });
  response.write('{"data":', () => response.destroy());
};
const drip = (_, response) => {
  response.writeHead(200, json);
  const timer = setInterval(() => response.write(" "), 50);
  response.on("close", () => clearInterval(timer));
};

/** What a server does, request by request; the last again and again. */
export const faults = [
  { name: "503, 503, 200", answers: [answer(503), answer(503), good] },
  { name: "429 with Retry-After: 1, 200", answers: [answer(429, { "retry-after": "1" }), good] },
  { name: "429 with Retry-After: 3600", answers: [answer(429, { "retry-after": "3600" })] },
  { name: "empty 429 without end", answers: [answer(429)] },
  { name: "524 without end", answers: [answer(524)] },
  { name: "connection reset, 200", answers: [reset, good] },
  { name: "body breaks off, 200", answers: [cut, good] },
  { name: "truncated JSON", answers: [answer(200, json, '{"data":[')] },
  { name: "HTML in place of JSON", answers: [answer(200, { "content-type": "text/html" }, "<p>")] },
  { name: "empty body in place of JSON", answers: [answer(200, json)] },
  { name: "HTML failure that says JSON", answers: [answer(404, json, "<p>")] },
  { name: "redirect loop", answers: [answer(302, { location: "/models" })] },
  { name: "hang, attempt limited to 300 ms", answers: [() => {}], isTimed: true },
  { name: "slow drip, attempt limited to 300 ms", answers: [drip], isTimed: true },
  {
    name: "abort while it waits",
    answers: [answer(503, { "retry-after": "30" })],
    abortAfter: 200,
  },
];

/** A server on this machine that counts what it is sent. */
export async function startServer(answers) {
  let sent = 0;
  const server = createServer((request, response) => {
    const next = answers[Math.min(sent, answers.length - 1)];
    sent += 1;
    request.resume();
    next(request, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    sent: () => sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
