/** What a test of two schemas proves: that it holds, that it does not, or nothing. */
export type Verdict = "yes" | "no" | "unknown";

/** What holds of a list when it must hold of each: one `no` decides, one `unknown` leaves open. */
export function every<T>(items: Iterable<T>, judge: (item: T) => Verdict): Verdict {
  let result: Verdict = "yes";
  for (const item of items) {
    const verdict = judge(item);
    if (verdict === "no") return "no";
    if (verdict === "unknown") result = "unknown";
  }
  return result;
}

/** What holds of a list when it must hold of one: one `yes` decides, one `unknown` leaves open. */
export function some<T>(items: Iterable<T>, judge: (item: T) => Verdict): Verdict {
  return negate(every(items, (item) => negate(judge(item))));
}

/** The verdict on the contrary. */
export function negate(verdict: Verdict): Verdict {
  if (verdict === "unknown") return "unknown";
  return verdict === "yes" ? "no" : "yes";
}

/** A disproof that rests on something not wholly understood proves nothing. */
export function doubt(verdict: Verdict): Verdict {
  return verdict === "no" ? "unknown" : verdict;
}

/** The verdict of a plain fact. */
export function fact(holds: boolean): Verdict {
  return holds ? "yes" : "no";
}
