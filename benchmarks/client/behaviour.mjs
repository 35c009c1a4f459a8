import { faults, startServer } from "./faults.mjs";

/** So long is waited for a call to end, in milliseconds. */
const patience = 12_000;

/** What each contender does with each fault: rows of texts. */
export async function compareBehaviour(contenders) {
  const rows = [];
  for (const fault of faults) {
    const seen = await Promise.all(contenders.map((contender) => see(contender, fault)));
    rows.push({ name: fault.name, seen });
  }
  return rows;
}

/** What a call comes to, how often it was sent and how long it took. */
async function see({ connect }, { answers, isTimed, abortAfter }) {
  const server = await startServer(answers);
  const call = connect(server.url, isTimed ? 300 : undefined);
  const controller = new AbortController();
  if (abortAfter !== undefined) {
    setTimeout(() => controller.abort(), abortAfter);
  }
  const start = performance.now();
  const outcome = await Promise.race([
    Promise.resolve()
      .then(() => call(controller.signal))
      .then(describeResult, describeError),
    new Promise((resolve) => setTimeout(() => resolve("no end"), patience).unref()),
  ]);
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  const sent = server.sent();
  controller.abort();
  server.close();
  return `${outcome}, ${sent} sent, ${seconds} s`;
}

/** Some libraries return failures, and a failure without a body looks like a success in some of them. */
function describeResult(result) {
  const status = result?.response?.status ?? result?.status;
  const isFailure = result?.ok === false || result?.error !== undefined;
  const data = result?.data === undefined ? "no data" : typeof result.data;
  return isFailure ? `failure ${status}` : `success ${status ?? ""} (${data})`.replace("  ", " ");
}

function describeError(error) {
  const code = error?.code ?? error?.status ?? error?.statusCode;
  return `throws ${error?.name ?? typeof error}${code === undefined ? "" : ` ${code}`}`;
}
