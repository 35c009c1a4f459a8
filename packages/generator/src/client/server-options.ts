import type { PropertySignatureStructure } from "ts-morph";
import { proseLines } from "../print/comment.ts";
import { quote, typeKey } from "../print/literal.ts";
import { StructureKind } from "../ts-morph.ts";
import { type Code, data, list, object, printCode } from "./code.ts";
import { type ChosenServer, choosableServers, findBaseUrl } from "./server.ts";
import type { ClientSource } from "./source.ts";

/** The option `server`, where the description leaves a choice. */
export function serverProperty({ description }: ClientSource): PropertySignatureStructure[] {
  const servers = choosableServers(description.servers, description.source);
  if (servers.length === 0) {
    return [];
  }
  const described = servers.flatMap(({ url, description: text = "" }) =>
    text.trim() === "" ? [] : [`- ${url}: ${text}`],
  );
  return [
    {
      kind: StructureKind.PropertySignature,
      isReadonly: true,
      hasQuestionToken: true,
      name: "server",
      type: [...servers.map(printChoice), "undefined"].join(" | "),
      docs: [
        proseLines(["Which server, and what varies in its URL.", ...described].join("\n")).join(
          "\n",
        ),
      ],
    },
  ];
}

/** The base URL, as an expression: a text, or what the runtime makes of the choice. */
export function printBaseUrl({ description }: ClientSource): string {
  const { servers, source } = description;
  const choices = choosableServers(servers, source);
  return choices.length === 0
    ? quote(findBaseUrl(servers, source) ?? "")
    : `runtime.chooseServer(options.server, ${printCode(list(choices.map(serverData)))})`;
}

function printChoice({ url, variables }: ChosenServer, index: number): string {
  const members = variables.map(({ name, values }) => {
    const type = values.length === 0 ? "string" : values.map(quote).join(" | ");
    return `readonly ${typeKey(name)}?: ${type} | undefined`;
  });
  // The first server goes without saying.
  const chosen = index === 0 ? `url?: ${quote(url)} | undefined` : `url: ${quote(url)}`;
  const filled =
    members.length === 0 ? [] : [`readonly variables?: { ${members.join("; ")} } | undefined`];
  return `{ ${[`readonly ${chosen}`, ...filled].join("; ")} }`;
}

function serverData({ url, variables }: ChosenServer): Code {
  const described = variables.map(
    ({ name, default: value, values }) =>
      [
        name,
        object([
          ["default", data(value)],
          ["values", values.length > 0 ? data([...values]) : undefined],
        ]),
      ] as const,
  );
  return object([
    ["url", data(url)],
    ["variables", described.length > 0 ? object(described) : undefined],
  ]);
}
