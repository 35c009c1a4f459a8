/**
 * Names that no operation may have: ECMAScript's reserved words, what cannot be bound in strict
 * code or modules, global functions that generated code calls, and members that give an object a
 * meaning of its own (`then` makes it a promise).
 *
 * @see https://tc39.es/ecma262/#prod-ReservedWord
 */
export const reservedNames: ReadonlySet<string> = new Set(
  (
    "abstract any arguments as async await boolean break case catch class const constructor continue " +
    "debugger declare default delete do else enum eval export extends false final finally for from " +
    "function if implements import in infer instanceof interface is keyof let namespace never new null " +
    "number object of package private protected public readonly require return satisfies static string " +
    "super switch symbol this throw true try type typeof undefined unique unknown using var void while " +
    "with yield " +
    "alert atob btoa clearInterval clearTimeout console crypto decodeURI decodeURIComponent document " +
    "encodeURI encodeURIComponent escape exports fetch global globalThis isFinite isNaN location module " +
    "navigator parseFloat parseInt performance process queueMicrotask self setInterval setTimeout " +
    "structuredClone unescape window " +
    "hasOwnProperty isPrototypeOf propertyIsEnumerable prototype then toJSON toLocaleString toString " +
    "valueOf"
  ).split(" "),
);
