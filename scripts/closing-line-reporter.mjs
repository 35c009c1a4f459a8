// @ts-check
/** @typedef {import("vitest/node").Reporter} Reporter */

/**
 * A vitest reporter that ends a run with one line, alone on its line: `N passed, N failed, N skipped`.
 * A test file that could not be loaded and an error outside any test each count as one failure.
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
    const count = (/** @type {string} */ state) =>
      tests.filter((test) => test.result().state === state).length;
    const brokenSuites = testModules.flatMap((module) => [
      ...module.errors(),
      ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
    ]);
    const failed = count("failed") + brokenSuites.length + unhandledErrors.length;
    process.stdout.write(
      `\n${count("passed")} passed, ${failed} failed, ${count("skipped")} skipped\n`,
    );
  }
}
