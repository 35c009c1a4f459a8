/** Cases of the official suite that are known to fail, each with its reason; one that passes fails the run. */
export const failures: ReadonlyMap<string, string> = new Map([]);
