export type * from "./diagnostics/diagnostic.ts";
export type * from "./model/model.ts";
