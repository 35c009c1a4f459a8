// @ts-check
/** @typedef {import("vitest/node").Reporter} Reporter */
/** @typedef {import("vitest/node").TestCase} TestCase */

/**
 * A vitest reporter that says what was skipped and why, and ends a run with one line, alone on its
 * line: `N passed, N failed, N skipped`. A test file that could not be loaded and an error outside
 * any test each count as one failure.
 *
 * @implements {Reporter}
 */
export default class ClosingLineReporter {
  /**
   * @param {ReadonlyArray<import("vitest/node").TestModule>} testModules
   * @param {ReadonlyArray<unknown>} unhandledErrors
   */
  onTestRunEnd(testModules, unhandledErrors) {
    const tests = testModules.flatMap((module) => [...module.children.allTests()]);
    const ended = (/** @type {string} */ state) =>
      tests.filter((test) => test.result().state === state);
    const brokenSuites = testModules.flatMap((module) => [
      ...module.errors(),
      ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
    ]);
    const failed = ended("failed").length + brokenSuites.length + unhandledErrors.length;
    const skipped = ended("skipped");
    process.stdout.write(tellSkipped(skipped));
    process.stdout.write(
      `\n${ended("passed").length} passed, ${failed} failed, ${skipped.length} skipped\n`,
    );
  }
}

/**
 * @param {readonly TestCase[]} skipped
 * @returns {string} a line for each file and reason
 */
function tellSkipped(skipped) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const test of skipped) {
    const result = test.result();
    const note = (result.state === "skipped" && result.note) || "no reason given";
    const line = `${test.module.relativeModuleId}: ${note}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return `${[...counts].map(([line, count]) => `\nskipped ${count} of ${line}`).join("")}\n`;
}
