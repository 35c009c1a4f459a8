import { createRequire } from "node:module";

type Library = typeof import("ts-morph");

// An `import` would read its source twice more, for its format and its exports.
const library: Library = createRequire(import.meta.url)("ts-morph");

/** Prints what a structure describes. */
export const printStructure: Library["printStructure"] = library.printStructure;

/** The kinds of structures. */
export const StructureKind: Library["StructureKind"] = library.StructureKind;

/** The TypeScript inside. */
export const ts: Library["ts"] = library.ts;

/** Ready-made parts of statements. */
export const Writers: Library["Writers"] = library.Writers;
