export type * from "./json.ts";
export type * from "./validation.ts";
