import type { RuntimeSource } from "./source.ts";

/** How generated code matches a pattern that an engine could take too long for. */
export type PatternFunction = "linearPattern";

/** Its source; `linear-pattern.test.ts` holds it against the function that it mirrors. */
export const patternSources: Readonly<Record<PatternFunction, RuntimeSource>> = {
  linearPattern: {
    needs: [],
    text: `function linearPattern(pattern, longest, atoms, follow) {
  const readers = atoms.map((atom) => new RegExp("^(?:" + atom + ")$", pattern.flags));
  const reads = (position, symbol) =>
    symbol < 0 ? atoms[position] === symbol : readers[position].test(String.fromCodePoint(symbol));
  const list = (positions) => [0, ...positions].flatMap((position) => follow[position]);
  let states = new Map();
  let steps = 0;
  const open = (positions) => {
    const key = positions.join();
    const isFinal = list(positions).includes(0);
    const state = states.get(key) ?? { positions, isFinal, next: new Map() };
    states.set(key, state);
    return state;
  };
  const step = (state, symbol) => {
    const known = state.next.get(symbol);
    if (known !== undefined) return known;
    steps += 1;
    if (steps % 2000 === 0) states = new Map();
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
        const point = pattern.unicode ? text.codePointAt(index) : text.charCodeAt(index);
        if (point > 0xffff) index += 1;
        state = step(state, point);
      }
      return state.isFinal || step(state, -2).isFinal;
    },
  };
}`,
  },
};
