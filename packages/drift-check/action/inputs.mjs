// @ts-check
/**
 * An input of the action; empty where it is not given.
 *
 * @param {string} name as `action.yml` names it
 * @returns {string}
 */
export function input(name) {
  return (process.env[`DRIFT_${name.toUpperCase().replaceAll("-", "_")}`] ?? "").trim();
}

/**
 * An input of lines, without the empty ones.
 *
 * @param {string} name
 * @returns {readonly string[]}
 */
export function inputLines(name) {
  return input(name)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/**
 * The arguments of `truespec drift` that the inputs ask for.
 *
 * @param {string} folder where the reports go
 * @returns {readonly string[]}
 */
export function driftArguments(folder) {
  const valued = ["base-url", "probes", "operation", "server", "baseline"];
  const live = inputLines("header-env").filter((line) => {
    const variable = line.slice(line.indexOf("=") + 1);
    return process.env[variable] !== undefined && process.env[variable] !== "";
  });
  return [
    "drift",
    ...inputLines("overlays").flatMap((file) => ["--overlay", file]),
    ...valued.flatMap((name) => (input(name) === "" ? [] : [`--${name}`, input(name)])),
    ...live.flatMap((header) => ["--header-env", header]),
    ...(input("baseline") === "" ? [] : ["--new-only"]),
    ...["--fail-on", input("fail-on") || "additive"],
    ...["--min-evidence", input("min-evidence") || "1"],
    ...["--report", "github", "--report", `json=${folder}/report.json`],
    ...["--report", `markdown=${folder}/report.md`, "--report", `html=${folder}/report.html`],
    ...["--propose", `${folder}/proposal.overlay.yaml`],
    // Whatever an input holds, from here on it is a path and no option.
    ...["--", input("description"), ...inputLines("recordings")],
  ];
}
