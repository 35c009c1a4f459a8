import { fillServer, spellServer } from "../../match/server-template.ts";
import type { Operation, Server, ServerVariable } from "../../model/model.ts";
import type { FoundChange } from "../change.ts";
import { type Comparison, type Tell, tellAt } from "./comparison.ts";
import type { OperationMatch } from "./match-operations.ts";
import { showName } from "./wording.ts";

/** Every change of the servers that an operation is called at. */
export function compareServers(
  { after: description }: Comparison,
  { before, after }: OperationMatch,
): readonly FoundChange[] {
  const tell = tellAt("request", serversPointer(description.servers, after));
  const changes = before.servers.flatMap((one) => {
    const other = findServer(after.servers, one);
    if (other !== undefined) return compareVariables(one, other, tell);
    return [tell("server-removed", "breaking", `server ${showName(one.url)} is gone`)];
  });
  const added = after.servers
    .filter((one) => findServer(before.servers, one) === undefined)
    .map(({ url }) => tell("server-added", "additive", `server ${showName(url)} is new`));
  return [...changes, ...added, ...compareFirst(before.servers, after.servers, tell)];
}

/** The server at the same address, however it is spelt; or else the one whose variables lead there unless they are set. */
function findServer(servers: readonly Server[], wanted: Server): Server | undefined {
  const spelling = spellServer(wanted);
  return (
    servers.find((server) => spellServer(server) === spelling) ??
    servers.find((server) => spellServer(fillServer(server)) === spelling)
  );
}

function serversPointer(servers: readonly Server[], operation: Operation): string {
  return operation.servers === servers ? "/servers" : `${operation.pointer}/servers`;
}

/** The first server is the one that clients take unasked. */
function compareFirst(
  before: readonly Server[],
  after: readonly Server[],
  tell: Tell,
): readonly FoundChange[] {
  const [old, recent] = [before[0], after[0]];
  if (old === undefined || recent === undefined) return [];
  const kept = findServer(after, old);
  if (kept === undefined || kept === recent) return [];
  return [
    tell("server-default", "informational", `the first server is ${showName(recent.url)} now`),
  ];
}

function compareVariables(before: Server, after: Server, tell: Tell): readonly FoundChange[] {
  return before.variables.flatMap((one) => {
    const other = after.variables.find(({ name }) => name === one.name);
    return other === undefined ? [] : compareVariable(one, other, tell);
  });
}

function compareVariable(
  before: ServerVariable,
  after: ServerVariable,
  tell: Tell,
): readonly FoundChange[] {
  const name = `server variable ${showName(before.name)}`;
  const isFree = (values: readonly string[]) => values.length === 0;
  const gone = isFree(before.values)
    ? !isFree(after.values)
    : !isFree(after.values) && before.values.some((value) => !after.values.includes(value));
  const added = !gone && before.values.join("\n") !== after.values.join("\n");
  return [
    ...(gone ? [tell("server-variable", "breaking", `${name} lost values`)] : []),
    ...(added ? [tell("server-variable", "additive", `${name} has other values`)] : []),
    ...(before.default === after.default
      ? []
      : [
          tell(
            "server-default",
            "informational",
            `the default of ${name} was ${showName(before.default)}, and is ${showName(after.default)} now`,
          ),
        ]),
  ];
}
