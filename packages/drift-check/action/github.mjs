// @ts-check
/**
 * GitHub's API of one repository.
 *
 * @typedef {object} Repository
 * @property {string} owner
 * @property {(method: string, path: string, content?: unknown) => Promise<any>} request throws for any status but 2xx
 * @property {(path: string) => Promise<any>} find what stands at a path; undefined where nothing does (404)
 */

/**
 * @param {{ readonly api: string, readonly repository: string, readonly token: string }} access `repository` is owner/name
 * @returns {Repository}
 */
export function openRepository({ api, repository, token }) {
  /** @param {string} method @param {string} path @param {unknown} [content] */
  const send = (method, path, content) =>
    fetch(`${api}/repos/${repository}${path}`, {
      method,
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "x-github-api-version": "2022-11-28",
      },
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
  return {
    owner: repository.split("/")[0] ?? "",
    async request(method, path, content) {
      const response = await send(method, path, content);
      if (!response.ok) throw new Error(await describeRefusal(response, method, path));
      return response.status === 204 ? undefined : response.json();
    },
    async find(path) {
      const response = await send("GET", path);
      if (response.status === 404) return undefined;
      if (!response.ok) throw new Error(await describeRefusal(response, "GET", path));
      return response.json();
    },
  };
}

/** @param {Response} response @param {string} method @param {string} path */
async function describeRefusal(response, method, path) {
  const text = (await response.text()).slice(0, 300);
  const hint =
    response.status === 403 || response.status === 404
      ? " Does the job's `permissions` allow it?"
      : "";
  return `${method} ${path}: GitHub answered ${response.status}.${hint} ${text}`;
}
