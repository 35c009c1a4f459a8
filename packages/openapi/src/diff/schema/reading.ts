/** How one side of an exchange reads a schema, beyond what JSON Schema says. */
export interface Reading {
  /** The keyword whose properties never travel in this direction; they are then no part of the object. */
  readonly hidden: "readOnly" | "writeOnly" | undefined;
  /** Whether what is read describes what is sent, or what is taken. */
  readonly role: "sender" | "receiver";
  /**
   * What a member is that no schema of an object with properties speaks of: `any` value, `never`
   * there, or `unsaid`: it may be there, and whether it is heard is not known.
   */
  readonly undeclared: "any" | "never" | "unsaid";
  /** Whether an enum that is declared open allows `any` value of its type, or only those `listed`. */
  readonly openEnums: "any" | "listed";
  /** Whether an instance meets `one` alternative of a `oneOf` alone, or `any`, as a generated union type has it. */
  readonly oneOf: "one" | "any";
}

/** JSON Schema 2020-12 and nothing else. */
export const strictReading: Reading = {
  hidden: undefined,
  role: "receiver",
  undeclared: "any",
  openEnums: "listed",
  oneOf: "one",
};

/** What a server answers, by the new description: anything that its schemas allow. */
export const answeredReading: Reading = {
  hidden: "writeOnly",
  role: "sender",
  undeclared: "any",
  openEnums: "any",
  oneOf: "any",
};

/** What a client that was generated from the old description takes. */
export const understoodReading: Reading = { ...answeredReading, role: "receiver" };

/** What a client that was generated from the old description sends: only what its types name. */
export const sentReading: Reading = {
  hidden: "readOnly",
  role: "sender",
  undeclared: "never",
  openEnums: "any",
  oneOf: "any",
};

/** What a server takes, by the new description. */
export const takenReading: Reading = {
  hidden: "readOnly",
  role: "receiver",
  undeclared: "unsaid",
  openEnums: "any",
  oneOf: "any",
};
