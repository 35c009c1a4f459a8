// @ts-check
/** @typedef {import("./github.mjs").Repository} Repository */

const marker = "<!-- truespec: spec-drift -->";
const longestBody = 60_000;
const perPage = 100;
const mostPages = 10;

/**
 * Keeps one issue about the drift, found by its label or by a hidden marker in its body: opened or edited in place while
 * there is drift, closed when there is none.
 *
 * @param {Repository} repository
 * @param {{ readonly label: string, readonly count: number, readonly markdown: string }} drift
 * @returns {Promise<number | undefined>} the number of the issue that is open now
 */
export async function updateIssue(repository, { label, count, markdown }) {
  const known = await findIssue(repository, label);
  if (count === 0) {
    if (known?.state === "open") await closeIssue(repository, known.number);
    return undefined;
  }
  const content = { title: titleOf(count), body: bodyOf(markdown), labels: labelsOf(known, label) };
  if (known === undefined) {
    const { number } = await repository.request("POST", "/issues", content);
    console.log(`Opened issue #${number}.`);
    return number;
  }
  await repository.request("PATCH", `/issues/${known.number}`, { ...content, state: "open" });
  console.log(`Updated issue #${known.number}.`);
  return known.number;
}

/** @param {Repository} repository @param {number} number */
async function closeIssue(repository, number) {
  const content = { state: "closed", state_reason: "completed" };
  await repository.request("PATCH", `/issues/${number}`, content);
  console.log(`Closed issue #${number}: the description is true again.`);
}

/** @param {number} count */
function titleOf(count) {
  return `The API leaves its description in ${count} ${count === 1 ? "way" : "ways"}`;
}

/** @param {string} markdown */
function bodyOf(markdown) {
  if (markdown.length <= longestBody) return `${marker}\n\n${markdown}`;
  const whole = markdown.slice(0, markdown.lastIndexOf("\n", longestBody));
  return `${marker}\n\n${whole}\n\nCut here: the whole report stands in the summary of the run.`;
}

/**
 * Labels that people gave stay.
 *
 * @param {{ labels?: readonly (string | { name?: string })[] } | undefined} known
 * @param {string} label
 */
function labelsOf(known, label) {
  const names = (known?.labels ?? []).map((one) => (typeof one === "string" ? one : one.name));
  return [...new Set([...names.filter((name) => name !== undefined), label])];
}

/**
 * The newest issue with the marker: among those with the label, else among all that are open.
 *
 * @param {Repository} repository
 * @param {string} label
 */
async function findIssue(repository, label) {
  const labelled = `labels=${encodeURIComponent(label)}&state=all`;
  return (await findMarked(repository, labelled)) ?? (await findMarked(repository, "state=open"));
}

/**
 * @param {Repository} repository
 * @param {string} query
 * @returns {Promise<{ number: number, state: string, labels?: readonly (string | { name?: string })[] } | undefined>}
 */
async function findMarked(repository, query) {
  for (let page = 1; page <= mostPages; page += 1) {
    const issues = await repository.request(
      "GET",
      `/issues?${query}&per_page=${perPage}&page=${page}`,
    );
    const found = issues.find(isOurs);
    if (found !== undefined || issues.length < perPage) return found;
  }
  return undefined;
}

/**
 * Pull requests are issues to GitHub.
 *
 * @param {{ body?: string | null, pull_request?: unknown }} issue
 */
function isOurs({ body, pull_request: pull }) {
  return pull === undefined && (body?.includes(marker) ?? false);
}
