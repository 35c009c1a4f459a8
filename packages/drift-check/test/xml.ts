/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const token =
  /<\?xml [^?]*\?>|<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const reference = /&(?:(amp|lt|gt|quot|apos)|#(\d+));|&/g;
const characters = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" } as const;

/** Reads an XML document as XML 1.0 says, of the part that JUnit reports use; throws where it is not well-formed. */
export function parseXml(text: string): XmlElement {
  const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (illegal !== null) throw new Error(`no XML character at ${illegal.index}`);
  const root = createOpen("");
  const stack = [root];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const match = token.exec(text);
    if (match === null) throw new Error(`not well-formed at ${text.slice(start, start + 80)}`);
    readToken(stack, match);
  }
  const [element, ...more] = root.children;
  if (stack.length !== 1 || element === undefined || more.length > 0) throw new Error("unbalanced");
  return element;
}

interface Open extends XmlElement {
  attributes: Map<string, string>;
  children: Open[];
  text: string;
}

function createOpen(name: string): Open {
  return { name, attributes: new Map(), children: [], text: "" };
}

function readToken(stack: Open[], match: RegExpExecArray): void {
  const [, close, name, attributes = "", selfClosing, chars] = match;
  const parent = stack.at(-1);
  if (parent === undefined) throw new Error("text after the end");
  if (chars !== undefined) parent.text += unescapeXml(chars);
  else if (close === "/") {
    if (stack.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
  } else if (name !== undefined) {
    const element = createOpen(name);
    for (const [, key = "", value = ""] of attributes.matchAll(/([\w-]+)="([^"]*)"/g)) {
      element.attributes.set(key, unescapeXml(value));
    }
    parent.children.push(element);
    if (selfClosing !== "/") stack.push(element);
  }
}

function unescapeXml(text: string): string {
  return text.replace(reference, (whole, name: keyof typeof characters | undefined, code) => {
    if (name !== undefined) return characters[name];
    if (code !== undefined) return String.fromCodePoint(Number(code));
    throw new Error(`a bare & in ${whole}`);
  });
}
