/**
 * Who is right where a peer and we disagree: the case is made small, and looked up in the list of
 * what that peer is known to get wrong. A peer without such an entry decides against us.
 */
import { createValidator, openSchemas } from "@truespec/json-schema";
import { askPeers, type Peers } from "./compare.ts";
import { type KnownDisagreement, knownDisagreements } from "./known-disagreements.ts";
import { type Case, shrink } from "./shrink.ts";

/** A disagreement that no entry explains. */
export interface Unsettled extends Case {
  readonly peer: string;
  readonly own: boolean;
}

/** The entries of a peer; its name has the version behind it. */
function entriesOf(peer: string): readonly KnownDisagreement[] {
  return knownDisagreements.filter((one) => peer.startsWith(`${one.peer} `));
}

/** What we say; undefined where the schema is at fault. */
function answerOf({ schema, instance }: Case): boolean | undefined {
  const document = openSchemas(schema);
  const { valid } = createValidator(document, "")(instance);
  return document.diagnostics.length > 0 ? undefined : valid;
}

/** The smallest case on which the peer still says something else, if nothing explains that one. */
export async function settle(
  peers: Peers,
  peer: string,
  found: Case,
): Promise<Unsettled | undefined> {
  const own = peers.get(peer);
  if (own === undefined) throw new Error(`${peer} is not there`);
  const disagrees = async (one: Case): Promise<boolean> => {
    const answer = answerOf(one);
    if (answer === undefined) return false;
    const [told] = await askPeers(new Map([[peer, own]]), one.schema, [one.instance]);
    const said = told?.get(peer);
    return said !== undefined && said !== answer;
  };
  const small = await shrink(found, disagrees);
  if (entriesOf(peer).some(({ isOfKind }) => isOfKind(small))) return undefined;
  return { ...small, peer, own: answerOf(small) ?? false };
}

/**
 * The entries that are not needed: a peer answers the example right, or we wrong, or nobody else
 * is there to agree with us although the peers that have no such entry were asked.
 */
export async function findNeedless(peers: Peers): Promise<readonly string[]> {
  const needless: string[] = [];
  for (const entry of knownDisagreements) {
    const { schema, instance, valid } = entry.example;
    const [told = new Map()] = await askPeers(peers, schema, [instance]);
    const said = [...told].find(([name]) => name.startsWith(`${entry.peer} `))?.[1];
    const label = `${entry.peer}: ${entry.reason}`;
    if (said === valid) needless.push(`${label} It is right by now.`);
    if (answerOf(entry.example) !== valid) needless.push(`${label} We are wrong ourselves.`);
    if (!entry.isOfKind(entry.example)) needless.push(`${label} The example is not of the kind.`);
    if (![...told.values()].includes(valid)) needless.push(`${label} No peer is with us.`);
  }
  return needless;
}
