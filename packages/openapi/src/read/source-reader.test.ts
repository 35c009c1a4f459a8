import { symlinkSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createFolder } from "../../test/folder.ts";
import { resolveLocation } from "./location.ts";
import { SourceError } from "./source-error.ts";
import { createSourceReader, type SourceReaderOptions } from "./source-reader.ts";

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server on a TCP port has an address of this type
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** The text of a source, or the code of the error. */
async function tryRead(
  location: string,
  options: Partial<SourceReaderOptions> & { readonly referrer?: string } = {},
): Promise<string> {
  const { referrer, ...rest } = options;
  try {
    const { bytes } = await createSourceReader({ allowNetwork: true, ...rest })(location, referrer);
    return new TextDecoder().decode(bytes);
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    expect(cause.location).toBe(location);
    return cause.code;
  }
}

test("files, by name and by reference", async () => {
  const folder = createFolder({
    "api/v1/openapi.yaml": "root",
    "api/v1/a.txt": "beside",
    "api/v1/deep/a.yaml": "below",
    "api/common/a.yaml": "next to",
    "api/common/secret.txt": "secret",
    "other/a.yaml": "other",
  });
  const at = (path: string) => join(folder, path);
  symlinkSync(at("api/common/secret.txt"), at("api/v1/link.yaml"));
  const referrer = at("api/v1/openapi.yaml");
  const rows = [
    [at("other/a.yaml"), undefined, "other"],
    [at("nothing.yaml"), undefined, "not-found"],
    [at("api"), undefined, "not-a-file"],
    [at("api/v1/openapi.yaml/x"), undefined, "not-found"],
    [at("api/v1/a.txt"), referrer, "beside"],
    [at("api/v1/deep/a.yaml"), referrer, "below"],
    [at("api/common/a.yaml"), referrer, "next to"],
    [at("api/common/secret.txt"), referrer, "denied"],
    [at("api/v1/link.yaml"), referrer, "denied"],
    [at("other/a.yaml"), referrer, "denied"],
    ["/etc/passwd", referrer, "denied"],
    [at("api/v1/nothing.yaml"), referrer, "not-found"],
    [at("other/a.yaml"), "https://example.com/openapi.yaml", "denied"],
  ] as const;
  for (const [location, from, want] of rows) {
    expect(await tryRead(location, from === undefined ? {} : { referrer: from }), location).toBe(
      want,
    );
  }
  const allowed = { referrer, folders: [at("other")] };
  expect(await tryRead(at("other/a.yaml"), allowed)).toBe("other");
  expect(await tryRead(at("other/a.yaml"), { maxBytes: 5 })).toBe("other");
  expect(await tryRead(at("other/a.yaml"), { maxBytes: 4 })).toBe("too-large");
});

test("standard input", async () => {
  const stdin = async () => new TextEncoder().encode("in");
  expect(await tryRead("-", { stdin })).toBe("in");
  expect(await tryRead("-")).toBe("unreadable");
  expect(await tryRead("-", { stdin, referrer: "/nowhere/openapi.yaml" })).toBe("denied");
});

test("URLs", async () => {
  const url = await serve((request, response) => {
    if (request.url === "/slow") return;
    if (request.url === "/moved") response.writeHead(302, { location: "/here" });
    else if (request.url === "/gone") response.writeHead(404);
    response.end(request.url === "/large" ? "x".repeat(5000) : "text");
  });
  expect(await tryRead(`${url}/a`, { maxBytes: 4 })).toBe("text");
  expect(await tryRead(`${url}/a`, { allowNetwork: false })).toBe("network-off");
  expect(await tryRead(`${url}/gone`)).toBe("http");
  expect(await tryRead(`${url}/large`, { maxBytes: 4000 })).toBe("too-large");
  expect(await tryRead(`${url}/slow`, { timeout: 50 })).toBe("timeout");
  expect(await tryRead("http://127.0.0.1:1/a")).toBe("network");
  const moved = await createSourceReader({ allowNetwork: true })(`${url}/moved`);
  expect(moved.location).toBe(`${url}/here`);
});

test.each([
  { base: "a/openapi.yaml", reference: "b.yaml", want: "a/b.yaml" },
  { base: "./openapi.yaml", reference: "./b%20c.yaml", want: "b c.yaml" },
  { base: "/a/openapi.yaml", reference: "../b.yaml", want: "/b.yaml" },
  { base: "-", reference: "b.yaml", want: "b.yaml" },
  { base: "a/openapi.yaml", reference: "/etc/passwd", want: "/etc/passwd" },
  { base: "a/openapi.yaml", reference: "file:///etc/passwd", want: "/etc/passwd" },
  { base: "a/openapi.yaml", reference: "https://e.com/x", want: "https://e.com/x" },
  { base: "a/openapi.yaml", reference: "urn:x:y", want: undefined },
  { base: "a/openapi.yaml", reference: "%zz.yaml", want: undefined },
  {
    base: "https://e.com/a/openapi.yaml",
    reference: "../b%20c.yaml",
    want: "https://e.com/b%20c.yaml",
  },
  { base: "https://e.com/a/openapi.yaml", reference: "file:///etc/passwd", want: undefined },
  { base: "C:\\a\\openapi.yaml", reference: "b.yaml", want: "C:\\a\\b.yaml" },
])("$reference in $base is $want", ({ base, reference, want }) => {
  expect(resolveLocation(base, reference)).toBe(want);
});
