import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { serve } from "../../harness/serve.ts";

interface Issue {
  readonly number: number;
  title: string;
  body: string;
  state: string;
  labels: readonly string[];
  readonly pull_request?: object;
}

interface Pull {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  title: string;
  body: string;
  state: string;
}

interface Commit {
  readonly tree: { readonly sha: string };
  readonly parents: readonly string[];
}

/** What a repository on GitHub holds, as far as the action has to do with it. */
export interface GithubState {
  readonly issues: Issue[];
  readonly pulls: Pull[];
  readonly refs: Map<string, string>;
  readonly commits: Map<string, Commit>;
  /** Files of a tree, by its hash. */
  readonly trees: Map<string, Readonly<Record<string, string>>>;
  /** Every request that was no GET: `POST /issues`. */
  readonly writes: string[];
  readonly tokens: Set<string | undefined>;
}

/** A repository with one commit on `main`. */
export function createState(): GithubState {
  return {
    issues: [],
    pulls: [],
    refs: new Map([["main", "c0"]]),
    commits: new Map([["c0", { tree: { sha: "t0" }, parents: [] }]]),
    trees: new Map([["t0", {}]]),
    writes: [],
    tokens: new Set(),
  };
}

/** Serves GitHub's REST API of the repository `acme/api`, as https://docs.github.com/rest says; answers its URL. */
export function serveGithub(state: GithubState): Promise<string> {
  return serve(async (request, response) => {
    const content = await readJson(request);
    const { method = "", headers } = request;
    const url = new URL(request.url ?? "", "http://github.test");
    const path = url.pathname.replace("/repos/acme/api", "");
    state.tokens.add(headers.authorization);
    if (method !== "GET") state.writes.push(`${method} ${path}`);
    const answer = answerTo(state, { method, path, query: url.searchParams, content });
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? { message: "Not Found" }));
  });
}

// What the action sends is checked by what becomes of it.
// biome-ignore lint/suspicious/noExplicitAny: JSON of a request
type Content = any;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly content: Content;
}

function answerTo(state: GithubState, asked: Asked): unknown {
  const { method, path } = asked;
  const key = `${method} ${path.replace(/\d+$/, "N").replace(/(\/git\/(ref|refs)\/heads|\/git\/commits)\/.+/, "$1/X")}`;
  const last = decodeURIComponent(path.split("/").at(-1) ?? "");
  switch (key) {
    case "GET ":
      return { default_branch: "main" };
    case "GET /issues":
      return state.issues.filter((issue) => isAsked(issue, asked.query));
    case "POST /issues":
      return push(state.issues, { ...asked.content, state: "open" }, state);
    case "PATCH /issues/N":
      return patch(state.issues, Number(last), asked.content);
    case "GET /pulls":
      return state.pulls.filter(({ head, base, state: open }) => {
        const { query } = asked;
        return (
          query.get("head") === `acme:${head}` && query.get("base") === base && open === "open"
        );
      });
    case "POST /pulls":
      return push(state.pulls, { ...asked.content, state: "open" }, state);
    case "PATCH /pulls/N":
      return patch(state.pulls, Number(last), asked.content);
    default:
      return answerGit(state, key, asked);
  }
}

function answerGit(state: GithubState, key: string, { path, content }: Asked): unknown {
  const branch = decodeURIComponent(path.replace(/^\/git\/refs?\/heads\//, ""));
  switch (key) {
    case "GET /git/ref/heads/X": {
      const sha = state.refs.get(branch);
      return sha === undefined ? undefined : { object: { sha } };
    }
    case "GET /git/commits/X":
      return state.commits.get(path.split("/").at(-1) ?? "");
    case "POST /git/trees": {
      const files = { ...state.trees.get(content.base_tree) };
      for (const { path: file, content: text } of content.tree) files[file] = text;
      const isSame = JSON.stringify(files) === JSON.stringify(state.trees.get(content.base_tree));
      const sha = isSame ? content.base_tree : hash(files);
      state.trees.set(sha, files);
      return { sha };
    }
    case "POST /git/commits": {
      const sha = hash([content, state.commits.size]);
      state.commits.set(sha, { tree: { sha: content.tree }, parents: content.parents });
      return { sha };
    }
    case "POST /git/refs":
      state.refs.set(content.ref.replace("refs/heads/", ""), content.sha);
      return {};
    case "PATCH /git/refs/heads/X":
      state.refs.set(branch, content.sha);
      return {};
    default:
      return undefined;
  }
}

function isAsked({ state, labels }: Issue, query: URLSearchParams): boolean {
  const [label, wanted] = [query.get("labels"), query.get("state")];
  return (label === null || labels.includes(label)) && (wanted === "all" || wanted === state);
}

function push<T extends object>(list: T[], content: Content, state: GithubState): object {
  const number = state.issues.length + state.pulls.length + 1;
  list.push({ number, ...content });
  return { number };
}

function patch<T extends { readonly number: number }>(list: T[], number: number, content: Content) {
  const found = list.find((one) => one.number === number);
  return found === undefined ? undefined : Object.assign(found, content);
}

function hash(value: unknown): string {
  return createHash("sha1").update(JSON.stringify(value)).digest("hex");
}

async function readJson(request: IncomingMessage): Promise<Content> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text === "" ? undefined : JSON.parse(text);
}
