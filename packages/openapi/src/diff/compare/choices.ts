import { parsePointer } from "@truespec/json-schema/json-pointer";
import { type ChangeClass, changeClasses, type FoundChange } from "../change.ts";
import type { Choice, Discriminator } from "../schema/discriminator.ts";
import { showName } from "./wording.ts";

/** A discriminator before and after. */
export interface DiscriminatorMatch {
  readonly before: Discriminator;
  readonly after: Discriminator;
}

type Direction = "request" | "response";

/** Names the values of a discriminator's property that choose another schema now, or are new, or gone. */
export function compareChoices(
  direction: Direction,
  match: DiscriminatorMatch,
  told: readonly FoundChange[],
): readonly FoundChange[] {
  const { before, after } = match;
  const values = [before, after].flatMap(({ choices }) => choices.flatMap((one) => one.values));
  const changes = [...new Set(values)].flatMap((value): readonly FoundChange[] => {
    const [was, is] = [listChosen(before, value), listChosen(after, value)];
    // What several are chosen by tells none of them from another.
    if (was.length > 1 || is.length > 1) return [];
    const change = judgeValue(direction, match, { value, was: was[0], is: is[0], told });
    return change === undefined ? [] : [change];
  });
  return [...changes, ...compareFallback(direction, match)];
}

function listChosen({ choices }: Discriminator, value: string): readonly Choice[] {
  return choices.filter(({ values }) => values.includes(value));
}

/** What a value chose and chooses. */
interface Chosen {
  readonly value: string;
  readonly was: Choice | undefined;
  readonly is: Choice | undefined;
  readonly told: readonly FoundChange[];
}

function judgeValue(
  direction: Direction,
  match: DiscriminatorMatch,
  { value, was, is, told }: Chosen,
): FoundChange | undefined {
  const { before, after } = match;
  const tell = (one: ChangeClass, { pointer }: Discriminator, what: string): FoundChange => {
    const message = `the value ${showName(value)} of discriminator ${showName(after.property)} ${what}`;
    return { kind: "discriminator", class: one, direction, pointer, message };
  };
  if (was !== undefined && is !== undefined) {
    const isReplaced = findSame(after, was) === undefined && findSame(before, is) === undefined;
    if (isReplaced || was.site.pointer === is.site.pointer) return undefined;
    return tell("breaking", after, `chose ${nameOf(was)}, and chooses ${nameOf(is)} now`);
  }
  const isOpen = !after.isUnion || before.fallback !== undefined;
  const isSafe = is === undefined ? direction === "response" : direction === "request" || isOpen;
  const one = isSafe ? "additive" : "breaking";
  if (is !== undefined) {
    if (isSaid(is, before) || isTold(is, one, told)) return undefined;
    return tell(one, after, `is new, and chooses ${nameOf(is)}`);
  }
  if (was === undefined || isSaid(was, after) || isTold(was, one, told)) return undefined;
  return tell(one, before, `is gone, and chose ${nameOf(was)}`);
}

function findSame({ choices }: Discriminator, { site }: Choice): Choice | undefined {
  return choices.find((one) => one.site.pointer === site.pointer);
}

/** A value that a schema lists itself is its affair, where it is compared. */
function isSaid(choice: Choice, other: Discriminator): boolean {
  const same = findSame(other, choice);
  return choice.isStated && (same === undefined ? other.isUnion : same.isStated);
}

/** An alternative that is new or gone takes its values with it. */
function isTold({ site }: Choice, one: ChangeClass, told: readonly FoundChange[]): boolean {
  const rank = changeClasses.indexOf(one);
  return told.some(
    (change) => change.pointer === site.pointer && changeClasses.indexOf(change.class) <= rank,
  );
}

/** With one of them values that nobody named choose something, as those of an open enum are allowed. */
function compareFallback(
  direction: Direction,
  { before, after }: DiscriminatorMatch,
): readonly FoundChange[] {
  const [was, is] = [before.fallback, after.fallback];
  if (was === is) return [];
  const isKnown = (pointer: string | undefined, { choices }: Discriminator) =>
    choices.some(({ site }) => site.pointer === pointer);
  if (was !== undefined && is !== undefined && !isKnown(was, after) && !isKnown(is, before)) {
    return [];
  }
  const isSafe = direction === "request" ? was === undefined : is === undefined;
  const [old, recent] = [was, is].map((one) => (one === undefined ? "nothing" : showLast(one)));
  const message = `other values of discriminator ${showName(after.property)} chose ${old}, and choose ${recent} now`;
  const { pointer } = is === undefined ? before : after;
  return [
    { kind: "discriminator", class: isSafe ? "additive" : "breaking", direction, pointer, message },
  ];
}

function nameOf({ site }: Choice): string {
  return showLast(site.pointer);
}

function showLast(pointer: string): string {
  return showName(parsePointer(pointer).at(-1) ?? "");
}
