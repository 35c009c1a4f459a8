/** Files of the suite's `pass` folders that get an error diagnostic, each with its reason. */
export const refused: ReadonlyMap<string, string> = new Map(
  ["v3.1", "v3.2"].map((version) => [
    `${version}/pass/security-scheme-object-examples.yaml`,
    "it refers to a document on the network, which a run without `--allow-network` does not read",
  ]),
);

/** Files of the suite's `fail` folders that get no diagnostic at all, each with its reason. */
export const undiagnosed: ReadonlyMap<string, string> = new Map([]);
