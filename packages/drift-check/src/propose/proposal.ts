import type { LoadResult, Overlay } from "@truespec/openapi";
import type { ObserveOptions } from "../observe/observe.ts";
import type { Collected } from "../read/collected.ts";

/**
 * Loads the description that findings are about once more, with further overlays applied after all others: each the
 * text of one, in order.
 */
export type Reload = (overlays: readonly string[]) => Promise<LoadResult>;

/** What a proposal is proved with. */
export interface ProposeOptions {
  readonly reload: Reload;
  /**
   * What the profile was observed from, once more at every call. Where a profile is among it, a proposal is proved by
   * what the profile remembers.
   */
  readonly collect: () => AsyncIterable<Collected> | Iterable<Collected>;
  /** As they were observed. */
  readonly match?: ObserveOptions | undefined;
  /**
   * What becomes of required fields that were missing. That the API may leave a field out is a judgement that
   * evidence cannot make. Default: `keep`, they are refused; `relax`: they are no longer required.
   */
  readonly required?: "keep" | "relax" | undefined;
}

/** A finding that no overlay answers, and why. */
export interface Refusal {
  readonly fingerprint: string;
  readonly reason: string;
}

/** An overlay that repairs a description, proved by applying it. */
export interface Proposal {
  /** Undefined when there is nothing to propose. */
  readonly overlay: Overlay | undefined;
  /** The overlay as YAML, with the evidence for each action in a comment. */
  readonly text: string | undefined;
  /** What the overlay does about each finding that it addresses: its `actions` as YAML, by fingerprint. */
  readonly repairs: ReadonlyMap<string, string>;
  /** Fingerprints of the findings that are gone once the overlay is applied. */
  readonly addressed: readonly string[];
  readonly refused: readonly Refusal[];
}
