// @ts-check
/** @typedef {import("./github.mjs").Repository} Repository */

/**
 * What to propose.
 *
 * @typedef {object} ProposedFile
 * @property {string} branch belongs to this action: it is overwritten
 * @property {string} path of the overlay in the repository
 * @property {string | undefined} text of the overlay; undefined where there is nothing to propose
 * @property {string} markdown the report
 */

const title = "Describe what the API answers";
const longestBody = 60_000;

/**
 * Keeps one pull request from one branch: a commit on the newest base that holds the proposed overlay. With nothing to
 * propose it is closed. What is as it should be already is left alone.
 *
 * @param {Repository} repository
 * @param {ProposedFile} proposed
 * @returns {Promise<number | undefined>} the number of the pull request that is open now
 */
export async function updatePullRequest(repository, proposed) {
  const { default_branch: base } = await repository.request("GET", "");
  const open = await findOpen(repository, proposed.branch, base);
  if (proposed.text === undefined) {
    if (open !== undefined) await closePull(repository, open.number);
    return undefined;
  }
  const commit = await commitOverlay(repository, proposed, base);
  if (commit === undefined) {
    console.log(`${proposed.path} holds the proposal already.`);
    if (open !== undefined) await closePull(repository, open.number);
    return undefined;
  }
  await moveBranch(repository, proposed.branch, commit);
  const content = { title, body: bodyOf(proposed) };
  if (open !== undefined) {
    await repository.request("PATCH", `/pulls/${open.number}`, content);
    console.log(`Updated pull request #${open.number}.`);
    return open.number;
  }
  const head = proposed.branch;
  const { number } = await repository.request("POST", "/pulls", { ...content, head, base });
  console.log(`Opened pull request #${number}.`);
  return number;
}

/**
 * @param {Repository} repository
 * @param {string} branch
 * @param {string} base
 * @returns {Promise<{ number: number } | undefined>}
 */
async function findOpen(repository, branch, base) {
  const head = encodeURIComponent(`${repository.owner}:${branch}`);
  const query = `head=${head}&base=${encodeURIComponent(base)}&state=open`;
  const [first] = await repository.request("GET", `/pulls?${query}`);
  return first;
}

/** @param {Repository} repository @param {number} number */
async function closePull(repository, number) {
  await repository.request("PATCH", `/pulls/${number}`, { state: "closed" });
  console.log(`Closed pull request #${number}: there is nothing left to propose.`);
}

/**
 * Makes the commit on top of the base, whole, before the branch moves: a branch that stood at the base for a moment would
 * have its pull request closed.
 *
 * @param {Repository} repository
 * @param {ProposedFile} proposed
 * @param {string} base
 * @returns {Promise<{ sha: string, tree: string } | undefined>} undefined where the base holds it already
 */
async function commitOverlay(repository, { path, text }, base) {
  const { object } = await repository.request("GET", `/git/ref/heads/${encodePath(base)}`);
  const parent = await repository.request("GET", `/git/commits/${object.sha}`);
  const entry = { path, mode: "100644", type: "blob", content: text };
  const tree = await repository.request("POST", "/git/trees", {
    base_tree: parent.tree.sha,
    tree: [entry],
  });
  if (tree.sha === parent.tree.sha) return undefined;
  const content = { message: title, tree: tree.sha, parents: [object.sha] };
  const { sha } = await repository.request("POST", "/git/commits", content);
  return { sha, tree: tree.sha };
}

/**
 * @param {Repository} repository
 * @param {string} branch
 * @param {{ readonly sha: string, readonly tree: string }} commit
 */
async function moveBranch(repository, branch, { sha, tree }) {
  const known = await repository.find(`/git/ref/heads/${encodePath(branch)}`);
  if (known === undefined) {
    await repository.request("POST", "/git/refs", { ref: `refs/heads/${branch}`, sha });
    return;
  }
  const head = await repository.request("GET", `/git/commits/${known.object.sha}`);
  // The same files: no new commit, and nobody is told of one.
  if (head.tree.sha === tree) return;
  const path = `/git/refs/heads/${encodePath(branch)}`;
  await repository.request("PATCH", path, { sha, force: true });
}

/** @param {ProposedFile} proposed */
function bodyOf({ path, markdown }) {
  const head = `\`${path}\` describes what the API was seen to answer. It was proved: with it the same answers show none of what it repairs, and nothing else. It is an OpenAPI Overlay; apply it where the others are applied.`;
  const report = markdown.slice(0, longestBody);
  return `${head}\n\n${report}`;
}

/** @param {string} path */
function encodePath(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}
