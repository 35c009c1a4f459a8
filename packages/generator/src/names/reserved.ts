const words = `
abstract any arguments as asserts async await bigint boolean break case catch class const constructor
continue debugger declare default delete do else enum eval export extends false finally for from function
get if implements import in infer instanceof interface intrinsic is keyof let module namespace never new
null number object of package private protected public readonly require return set static string super
switch symbol this throw true try type typeof undefined unique unknown using var void while with yield
`;

/** Globals of ECMAScript and of the web that generated code or its readers use; a type of that name would shadow them. */
const globals = `
AbortController AbortSignal AggregateError Array ArrayBuffer ArrayLike AsyncFunction AsyncGenerator
AsyncIterable AsyncIterator Atomics Awaited BigInt BigInt64Array BigUint64Array Blob Boolean Buffer
CallableFunction Capitalize ConstructorParameters DataView Date Document Element Error EvalError Event
EventTarget Exclude Extract File FinalizationRegistry Float32Array Float64Array FormData Function Generator
Headers HTMLElement IArguments Infinity InstanceType Int16Array Int32Array Int8Array Intl Iterable Iterator
IterableIterator JSON Lowercase Map Math NaN NewableFunction NoInfer NodeJS NonNullable Number Object Omit
OmitThisParameter Parameters Partial Pick Promise PromiseLike PropertyKey Proxy RangeError ReadableStream
Readonly ReadonlyArray ReadonlyMap ReadonlySet Record ReferenceError Reflect RegExp Request RequestInit
Required Response ReturnType Set SharedArrayBuffer String Symbol SyntaxError TemplateStringsArray
ThisParameterType ThisType TypeError URIError URL URLSearchParams Uint16Array Uint32Array Uint8Array
Uint8ClampedArray Uncapitalize Uppercase WeakMap WeakRef WeakSet WebAssembly console fetch global globalThis
process structuredClone window
`;

/** Names that generated modules declare for themselves. */
const own = `
$defs Client ClientOptions Connection WithRequired __proto__ components createClient createConnection
hasOwnProperty isPrototypeOf operations paths prototype runtime securitySchemes then toString types valueOf
webhooks
`;

const reserved: ReadonlySet<string> = new Set(`${words} ${globals} ${own}`.split(/\s+/));

/** Whether a name may not be given to anything generated: reserved words, globals, names of our own. */
export function isReserved(name: string): boolean {
  return reserved.has(name) || /^_Recursive\d+$/.test(name);
}
