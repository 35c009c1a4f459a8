/**
 * What one process measured.
 *
 * @typedef {object} Measurement
 * @property {number} seconds of the load alone, without the imports
 * @property {number} megabytes the process's peak resident memory, imports included
 */

/**
 * Runs one load of the file that the command line names, and prints a {@link Measurement} as JSON.
 *
 * @param {(path: string) => Promise<number>} load answers a count, which must not be 0
 */
export async function measure(load) {
  const [, , path] = process.argv;
  if (path === undefined) throw new Error("name a description");
  const started = performance.now();
  const count = await load(path);
  const seconds = (performance.now() - started) / 1000;
  if (count === 0) throw new Error(`${path} was read as empty`);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds, megabytes }));
}
