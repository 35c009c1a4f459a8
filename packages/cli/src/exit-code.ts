/**
 * What a `truespec` process ends with. Scripts rely on these numbers.
 *
 * - `clean` 0: done, or clean by policy
 * - `drift` 1: drift by policy, stale files, or an overlay target that matches nothing
 * - `usage` 2: the command line, a configuration or a description is wrong
 * - `evidence` 3: not enough was collected to judge
 * - `internal` 70: a fault of ours
 */
export const exitCodes = { clean: 0, drift: 1, usage: 2, evidence: 3, internal: 70 } as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
