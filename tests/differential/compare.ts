/**
 * Asks all faces of ours and all peers of the same instances, and settles who is right.
 */
import {
  compileModule,
  createEvaluator,
  createValidator,
  formatFlag,
  type JsonValue,
  type Schema,
  type SchemaDocument,
} from "@truespec/json-schema";
import { importModule } from "../conformance/json-schema/import-module.ts";
import type { Peer, PeerAnswer } from "../conformance/json-schema/peers.ts";

/** Peers by name. */
export type Peers = ReadonlyMap<string, Peer>;

/** What our faces said, where they differ. */
export interface InnerDisagreement {
  readonly pointer: string;
  readonly instance: JsonValue;
  readonly told: object;
}

/** The validator of a peer; undefined where it refuses the schema. */
async function open(peer: Peer, schema: Schema): Promise<PeerAnswer | undefined> {
  try {
    return await peer({ schema, remotes: new Map(), formats: "annotate" });
  } catch {
    // Refusals are counted by whoever asks: the peer is missing among the answers.
    return undefined;
  }
}

function ask(answer: PeerAnswer, instance: JsonValue): boolean | undefined {
  try {
    return answer(instance);
  } catch {
    return undefined;
  }
}

/** The answers of the peers, one map for each instance. */
export async function askPeers(
  peers: Peers,
  schema: Schema,
  instances: readonly JsonValue[],
): Promise<readonly ReadonlyMap<string, boolean>[]> {
  const told = instances.map(() => new Map<string, boolean>());
  for (const [name, peer] of peers) {
    const answer = await open(peer, schema);
    if (answer === undefined) continue;
    for (const [index, instance] of instances.entries()) {
      const said = ask(answer, instance);
      if (said !== undefined) told[index]?.set(name, said);
    }
  }
  return told;
}

/** Where a schema stands: in which document, as it was opened, and where in it. */
export interface Question {
  readonly document: SchemaDocument;
  readonly pointer: string;
}

/** The schema at a place as a compiled module tells it: self-contained. */
export async function tellSchema({ document, pointer }: Question): Promise<Schema> {
  const { code } = compileModule(document, [{ name: "X", pointer }]);
  return (await importModule(code)).jsonSchema("X");
}

/** Our answers, and where interpreter, compiled functions and output differ: it must be nowhere. */
export async function askOurs(
  { document, pointer }: Question,
  instances: readonly JsonValue[],
): Promise<{
  readonly answers: readonly boolean[];
  readonly differences: readonly InnerDisagreement[];
}> {
  const validate = createValidator(document, pointer);
  const evaluate = createEvaluator(document, pointer);
  const { code } = compileModule(document, [{ name: "X", pointer }]);
  const compiled = await importModule(code);
  const differences: InnerDisagreement[] = [];
  const answers = instances.map((instance) => {
    const interpreted = validate(instance);
    const told = {
      interpreter: interpreted,
      isX: compiled.is("X", instance),
      validateX: compiled.validate("X", instance),
      flag: formatFlag(evaluate(instance)).valid,
    };
    const isSame =
      told.isX === interpreted.valid &&
      told.flag === interpreted.valid &&
      JSON.stringify(told.validateX) === JSON.stringify(interpreted);
    if (!isSame) differences.push({ pointer, instance, told });
    return interpreted.valid;
  });
  return { answers, differences };
}
