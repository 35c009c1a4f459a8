/** Why a target matches nothing. */
export type WhyUnmatched =
  /**
   * It matches in the other form of the description, with its references `followed` or as it is `written`;
   * `place` is where that stands in a file, to be opened there.
   */
  | { readonly kind: "followed" | "written"; readonly place: string }
  /** What would hold it is itself a reference. */
  | { readonly kind: "reference"; readonly at: string; readonly ref: string };

/** The reason, after the words that nothing matches. */
export function sayWhy(why: WhyUnmatched): string {
  switch (why.kind) {
    case "followed":
      return ` in the file as it is written: references lead to it, at ${why.place}`;
    case "written":
      return ` once references are followed; as the file is written it does, at ${why.place}`;
    case "reference":
      return `: ${why.at} is a reference to ${JSON.stringify(why.ref)}`;
  }
}

/** What to do about it. */
export function hintWhy(why: WhyUnmatched): string {
  switch (why.kind) {
    case "followed":
      return `\`generate --overlay\` and \`drift --overlay\` follow references first, and find it. To change the file itself, target what stands at ${why.place} in an overlay for it.`;
    case "written":
      return "Target what the reference leads to: that stands in its place before overlays are applied.";
    case "reference":
      return "Target what the reference leads to, where that stands.";
  }
}
