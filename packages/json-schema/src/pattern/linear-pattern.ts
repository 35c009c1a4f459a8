/** What can be asked of a pattern: does it match anywhere in a text? */
export interface Matcher {
  test(text: string): boolean;
}

/** The start and the end of a text. */
export type Edge = -1 | -2;

/**
 * The positions of a pattern.
 *
 * - `atoms`: what each position reads, the source of a character or a class, or an edge of the text. The
 *   first is none, and reads nothing
 * - `follow`: the positions that may come after each one, after the first those that may start; `0` says that
 *   the pattern may end here
 */
export interface Steps {
  readonly atoms: readonly (string | Edge)[];
  readonly follow: readonly (readonly number[])[];
}

/** Positions that are read up to a place, and where a code point or an edge leads from there. */
interface State {
  readonly positions: readonly number[];
  readonly isFinal: boolean;
  readonly next: Map<number, State>;
}

/** So many steps are remembered at most. */
const mostSteps = 2000;

/**
 * Matches a pattern by reading each character of a text once, where an engine that goes back would take the
 * square of its length or more. Texts up to the length `longest` are left to the engine, which is faster then.
 *
 * It remembers the sets of positions that it has come to, and where they led.
 */
export function linearPattern(
  pattern: RegExp,
  longest: number,
  atoms: Steps["atoms"],
  follow: Steps["follow"],
): Matcher {
  const readers = atoms.map((atom) => new RegExp(`^(?:${atom})$`, pattern.flags));
  const reads = (position: number, symbol: number): boolean =>
    symbol < 0
      ? atoms[position] === symbol
      : readers[position]?.test(String.fromCodePoint(symbol)) === true;
  const list = (positions: readonly number[]): readonly number[] =>
    [0, ...positions].flatMap((position) => follow[position] ?? []);
  let states = new Map<string, State>();
  let steps = 0;
  const open = (positions: readonly number[]): State => {
    const key = positions.join();
    const isFinal = list(positions).includes(0);
    const state = states.get(key) ?? { positions, isFinal, next: new Map() };
    states.set(key, state);
    return state;
  };
  const step = (state: State, symbol: number): State => {
    const known = state.next.get(symbol);
    if (known !== undefined) return known;
    steps += 1;
    if (steps % mostSteps === 0) states = new Map();
    const reached = list(state.positions).filter((to) => reads(to, symbol));
    const next = open([...new Set(reached)].sort((a, b) => a - b));
    state.next.set(symbol, next);
    return next;
  };
  return {
    test(text) {
      if (text.length <= longest) return pattern.test(text);
      let state = step(open([]), -1);
      for (let index = 0; index < text.length && !state.isFinal; index += 1) {
        const point = (pattern.unicode ? text.codePointAt(index) : text.charCodeAt(index)) ?? 0;
        if (point > 0xffff) index += 1;
        state = step(state, point);
      }
      return state.isFinal || step(state, -2).isFinal;
    },
  };
}
