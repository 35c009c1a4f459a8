/** Reserved words of ECMAScript modules, and what TypeScript allows no type alias to be called. */
const words = `
any arguments as await bigint boolean break case catch class const continue debugger default delete do else
enum eval export extends false finally for function if implements import in infer instanceof interface
intrinsic keyof let never new null number object package private protected public readonly return static
string super switch symbol this throw true try typeof undefined unique unknown var void while with yield
`;

/** What `types.ts` declares itself, and the globals that it means by these names. */
const typesModule = `
$Wire $defs ArrayBuffer Blob FormData NonNullable Omit ReadableStream Record Uint8Array WithRequired __proto__
callbacks components globalThis operations paths webhooks
`;

/** What `client.ts` declares or imports, and members of a client that have a meaning of their own. */
const clientModule = `
__proto__ constructor createClient createConnection hasOwnProperty isPrototypeOf runtime then toJSON toString
types valueOf
`;

const reservedTypes = listOf(words, typesModule);
const reservedCalls = listOf(words, clientModule);

/**
 * Whether a schema may not be called so. Any other identifier is its name: `Error` and `Date` mean
 * nothing else in the modules that are generated.
 */
export function isReservedType(name: string): boolean {
  return reservedTypes.has(name) || /^_Recursive\d+$/.test(name);
}

/** Whether an operation may not be called so. */
export function isReservedCall(name: string): boolean {
  return reservedCalls.has(name);
}

function listOf(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.trim().split(/\s+/)));
}
