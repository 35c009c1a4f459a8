import { expect, test } from "vitest";
import { loadParts } from "../../../../tests/harness/load-parts.ts";
import { nameDescription } from "../names/names.ts";
import { defaultTypesOptions } from "../types/options.ts";
import { emitClient } from "./emit.ts";

const servers = [{ url: "https://x.test" }];
const base64 = { type: "string", contentEncoding: "Base64" };
const png = { contentType: "image/png" };
const get = { operationId: "getA", responses: {} };
const securitySchemes = {
  certificate: { type: "mutualTLS" },
  token: { type: "openIdConnect", openIdConnectUrl: "https://x.test" },
  user: { type: "http", scheme: "Basic" },
  "a key": { type: "apiKey", in: "cookie", name: "k" },
};

interface Case {
  readonly name: string;
  readonly parts: object;
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
}

test.each<Case>([
  {
    name: "a server that the description names",
    parts: { servers },
    has: ["createClient(options: ClientOptions = {}): Client", 'baseUrl: "https://x.test"'],
    lacks: ["readonly baseUrl"],
  },
  {
    name: "a server that only the caller knows",
    parts: { servers: [{ url: "/v1" }] },
    has: ["createClient(options: ClientOptions): Client", "readonly baseUrl: string;"],
  },
  {
    name: "a choice of servers, and what varies in them",
    parts: {
      servers: [
        {
          url: "https://{region}.x.test",
          variables: { region: { default: "eu", enum: ["eu", "us"] } },
        },
        { url: "https://y.test", description: "For tests. */" },
        { url: "/relative" },
      ],
    },
    has: [
      'readonly server?: { readonly url?: "https://{region}.x.test" | undefined; readonly variables?: { readonly region?: "eu" | "us" | undefined } | undefined } | { readonly url: "https://y.test" } | undefined;',
      "- https://y.test: For tests. *\\/",
      'baseUrl: runtime.chooseServer(options.server, [{ url: "https://{region}.x.test", variables: { region: { default: "eu", values: ["eu", "us"] } } }, { url: "https://y.test" }]),',
    ],
  },
  {
    name: "what the description says of a tag, over its group",
    parts: {
      servers,
      tags: [{ name: "Pet stores", description: "On A. */" }, { name: "c" }, 7],
      paths: {
        "/a": { get: { ...get, tags: ["Pet stores", "c"] } },
        "/c": { get: { tags: ["c"] } },
      },
    },
    has: ["  /** On A. *\\/ */\n  readonly petStores: {\n", "  };\n  readonly c: {\n"],
  },
  {
    name: "operations in groups, by tag or path",
    parts: {
      servers,
      paths: {
        "/v1/repos/{id}": {
          get: { ...get, operationId: "repos/list-for-org", tags: ["repos"] },
          put: { ...get, operationId: "repos", tags: ["subpackage_repos"] },
          delete: { ...get, operationId: "repos-delete" },
          post: { ...get, operationId: "repos-then", tags: ["toString"] },
        },
      },
    },
    has: [
      "repos: { listForOrg: reposListForOrg, repos, delete: reposDelete },",
      "toStringGroup: { reposThen }",
    ],
  },
  {
    name: "JSON is asked for first, in any place",
    parts: {
      servers,
      paths: {
        "/a": {
          get: {
            responses: {
              200: { content: { "text/plain": {}, "application/json": {}, "text/json": {} } },
            },
          },
        },
      },
    },
    has: [
      'accept: "application/json, text/json, text/plain"',
      'responses: { "200": ["text/plain", "application/json", "text/json"] }',
    ],
  },
  {
    name: "failures that are described, and all others",
    parts: {
      servers,
      paths: { "/a": { get: { ...get, responses: { 200: {}, 404: {}, 302: {} } } } },
    },
    has: [
      "| runtime.Failure<404, string | undefined, unknown>",
      "| runtime.OtherFailure<302 | 404>;",
    ],
  },
  {
    name: "a body of all other failures, whatever the one that is described has",
    parts: {
      servers,
      paths: {
        "/a": {
          get: {
            ...get,
            responses: { 304: {}, default: { content: { "text/plain": {} } } },
          },
        },
      },
    },
    has: [
      "runtime.Failure<304, undefined, undefined>",
      'runtime.OtherFailure<304, "text/plain", types.',
    ],
  },
  {
    name: "groups without a number, a version or a fragment",
    parts: {
      servers,
      components: { schemas: { login: {} } },
      paths: {
        "/a": { get: { ...get, operationId: "login", tags: ["1. Login"] } },
        "/b": { get: { ...get, operationId: "loginAndGetToken", tags: ["login"] } },
        "/2.0/big_users": { get: { ...get, operationId: "listUsers" } },
        "/v1beta1/big_users/{id}": { get: { ...get, operationId: "getUser" } },
        "/2010-04-01-preview/big_users.json": { put: { ...get, operationId: "putUsers" } },
        "/#Action=Run": { get: { ...get, operationId: "run" } },
        "/c": { get: { ...get, operationId: "turn", tags: ["3D Models"] } },
      },
    },
    has: [
      "login: { login, loginAndGetToken }",
      "bigUsers: { listUsers, getUser, putUsers }",
      "root: { run }",
      "_3DModels: { turn }",
    ],
  },
  {
    name: "cookies that are encoded, and that are not",
    parts: {
      servers,
      paths: {
        "/a": {
          get: {
            ...get,
            parameters: [
              { name: "f", in: "cookie", schema: {} },
              { name: "c", in: "cookie", style: "cookie", schema: {} },
              { name: "d", in: "cookie", style: "cookie", explode: false, schema: {} },
            ],
          },
        },
      },
    },
    has: [
      '{ name: "f", in: "cookie", write: runtime.cookie }',
      '{ name: "c", in: "cookie", write: runtime.plainCookie }',
      '{ name: "d", in: "cookie", write: runtime.plainCookie, explode: false }',
    ],
  },
  {
    name: "what is not sent of a path, in labels alone",
    parts: {
      servers,
      paths: {
        "/#Action=Run": { get: { ...get, operationId: "run" } },
        "/find?by=name&q={q}": { get: { ...get, operationId: "find" } },
        "/all?by=name": { get: { ...get, operationId: "all" } },
      },
    },
    has: [
      'path: "/",\n  label: "GET /#Action=Run",',
      'path: "/find?by=name",\n  label: "GET /find?by=name&q={q}",',
      'path: "/all?by=name",\n};',
    ],
  },
  {
    name: "a parameter of a fragment, which has no place",
    parts: {
      servers,
      paths: {
        "/#env/{id}": {
          get: { ...get, parameters: [{ name: "id", in: "path", required: true, schema: {} }] },
        },
      },
    },
    has: ['parameters: [{ name: "id", in: "path" }]'],
  },
  {
    name: "what an operation id in parts has before the group",
    parts: {
      servers,
      paths: {
        "/a": { get: { ...get, operationId: "drive.files.list", tags: ["files"] } },
        "/b": { get: { ...get, operationId: "old.files.list", tags: ["files"] } },
        "/c": { get: { ...get, operationId: "drive.files", tags: ["files"] } },
        "/d": { get: { ...get, operationId: "get_files_page", tags: ["files"] } },
      },
    },
    has: ["files: { list: driveFilesList, oldFilesList, driveFiles, getFilesPage }"],
  },
  {
    name: "an operation on a server of its own",
    parts: { servers, paths: { "/a": { get: { ...get, servers: [{ url: "https://y.test" }] } } } },
    has: ['baseUrl: "https://y.test"'],
  },
  {
    name: "an operation on a server of its own that is relative",
    parts: { servers, paths: { "/a": { get: { ...get, servers: [{ url: "/v3" }] } } } },
    has: ['baseUrl: "https://x.test/v3"'],
  },
  {
    name: "a security scheme that is described, and nobody should use",
    parts: {
      servers,
      components: {
        securitySchemes: {
          key: {
            type: "apiKey",
            in: "header",
            name: "k",
            description: "Old. */",
            deprecated: true,
          },
        },
      },
    },
    has: [
      "  /**\n   * Old. *\\/\n   * @deprecated\n   */\n  readonly key?: runtime.Token | undefined;",
    ],
  },
  {
    name: "security schemes",
    parts: { servers, components: { securitySchemes } },
    has: [
      "readonly token?: runtime.Token | undefined;",
      "readonly user?: runtime.Provider<runtime.BasicCredentials> | undefined;",
      'readonly "a key"?: runtime.Token | undefined;',
      'user: { write: runtime.httpBasic, name: "basic" }',
      'token: { write: runtime.httpToken, name: "bearer" }',
      '"a key": { write: runtime.cookieKey, name: "k" }',
    ],
    lacks: ["certificate"],
  },
  {
    name: "no security scheme",
    parts: { servers },
    has: ["runtime.ConnectionOptions<Record<string, never>>"],
    lacks: ["Credentials"],
  },
  {
    name: "a certificate is nothing that a request carries",
    parts: {
      servers,
      components: { securitySchemes },
      security: [{ certificate: [] }, { certificate: [], token: [] }],
      paths: { "/a": { get } },
    },
    has: ['security: [["token"]]'],
  },
  {
    name: "nothing is sent to an operation without security",
    parts: {
      servers,
      components: { securitySchemes },
      security: [{ token: [] }],
      paths: { "/a": { get: { ...get, security: [] } } },
    },
    lacks: ["security:"],
  },
  {
    name: "alternatives that ask for something, each once; a scheme that nobody describes asks for nothing",
    parts: {
      servers,
      components: { securitySchemes },
      security: [{}, { token: ["read"] }, { token: ["write"] }, { lost: [], "a key": [] }],
      paths: { "/a": { get } },
    },
    has: ['security: [["token"], ["a key"]]'],
  },
  {
    name: "schemes that are asked for together and write one place are alternatives",
    parts: {
      servers,
      components: {
        securitySchemes: {
          ...securitySchemes,
          first: { type: "apiKey", in: "header", name: "X-Key" },
          second: { type: "apiKey", in: "header", name: "x-key" },
          query: { type: "apiKey", in: "query", name: "X-Key" },
        },
      },
      security: [
        { token: [], user: [], "a key": [] },
        { first: [], query: [], second: [] },
      ],
      paths: { "/a": { get } },
    },
    has: ['["token", "a key"], ["user", "a key"], ["first", "query"], ["second", "query"]'],
  },
  {
    name: "nothing typed, nothing imported in vain",
    parts: { servers, paths: { "/a": { get } } },
    has: ["export type GetAInput = Record<string, never>;"],
    lacks: ["import type * as types"],
  },
  {
    name: "a method of OpenAPI 3.2, spelled as it is sent",
    parts: { openapi: "3.2.0", servers, paths: { "/a": { additionalOperations: { Link: get } } } },
    has: ['method: "Link"'],
  },
  {
    name: "a path that names parameters in a query of its own",
    parts: {
      servers,
      paths: {
        "/a/{p}?fixed=1&q={q}&r={r}&s={s}#{f}": {
          get: {
            ...get,
            parameters: [
              { name: "p", in: "path", required: true },
              { name: "q", in: "path", required: true },
              { name: "r", in: "query" },
            ],
          },
        },
      },
    },
    has: [
      'path: "/a/{p}?fixed=1"',
      '{ name: "q", in: "query" }',
      '{ name: "r", in: "query" }',
      '{ name: "s", in: "query" }',
    ],
    lacks: ['name: "f"', "queryR"],
  },
  {
    name: "styles that are not the default",
    parts: {
      servers,
      paths: {
        "/a/{p}/{id}": {
          get: {
            ...get,
            parameters: [
              { name: "p", in: "path", required: true, style: "matrix", explode: true },
              { name: "q", in: "query", explode: false },
              { name: "h", in: "header", style: "simple" },
              { name: "p", in: "query" },
            ],
          },
        },
      },
    },
    has: [
      '{ name: "p", in: "path", write: runtime.styledPath, style: "matrix", explode: true },',
      '{ name: "q", in: "query", write: runtime.styledQuery, explode: false },',
      '{ name: "h", in: "header" },',
      '{ name: "p", in: "query", key: "queryP" },',
      '    "id",',
    ],
  },
  {
    name: "parameters of a media type, and a query string as a whole",
    parts: {
      openapi: "3.2.0",
      servers,
      paths: {
        "/a": {
          get: {
            ...get,
            parameters: [
              { name: "h", in: "header", content: { "text/plain": {} } },
              { name: "c", in: "cookie", content: { "text/plain": {} } },
              { name: "r", in: "cookie", allowReserved: true, schema: {} },
              { name: "q", in: "query", content: { "text/plain": {} } },
              { name: "j", in: "query", content: { "application/json": {} } },
            ],
          },
        },
        ...Object.fromEntries(
          [
            ["application/json", {}],
            ["application/jsonpath", {}],
            ["application/x-www-form-urlencoded", { encoding: { d: { explode: false } } }],
          ].map(([mediaType, media]) => {
            const whole = { name: "w", in: "querystring", content: { [String(mediaType)]: media } };
            return [`/${mediaType}`, { get: { ...get, parameters: [whole] } }];
          }),
        ),
      },
    },
    has: [
      '{ name: "h", in: "header" }',
      '{ name: "c", in: "cookie", write: runtime.plainCookie }',
      '{ name: "r", in: "cookie", write: runtime.cookie, allowReserved: true }',
      '    "q",',
      '{ name: "j", in: "query", write: runtime.jsonParameter }',
      '{ name: "w", in: "querystring", write: runtime.jsonParameter }',
      '{ name: "w", in: "querystring", write: runtime.wholeQuery }',
      '{ name: "w", in: "querystring", write: runtime.formQuery, parts: { d: { write: runtime.styledQuery, explode: false } } }',
    ],
  },
  {
    name: "no body where fetch sends none",
    parts: {
      servers,
      paths: {
        "/a": {
          get: {
            requestBody: { required: true, content: { "application/json": {} } },
            responses: {},
          },
          delete: {
            requestBody: { required: true, content: { "application/json": {} } },
            responses: {},
          },
        },
      },
    },
    has: [
      "export type GetAInput = Record<string, never>;",
      "getA(client: runtime.Connection, input?: GetAInput",
      "export type DeleteAInput = {\n  readonly body: types.DeleteARequestBody;\n",
      "deleteA(client: runtime.Connection, input: DeleteAInput",
    ],
  },
  {
    name: "reserved characters, and parts with headers",
    parts: {
      servers,
      paths: {
        "/a/{p}": {
          post: {
            parameters: [
              { name: "p", in: "path", required: true, allowReserved: true },
              { name: "q", in: "query", allowReserved: true },
              { name: "h", in: "header", allowReserved: true },
            ],
            requestBody: {
              content: {
                "multipart/form-data": {
                  schema: { type: "object" },
                  encoding: { f: { headers: { "X-Sum": {} } } },
                },
                "application/x-www-form-urlencoded": {
                  schema: { type: "object" },
                  encoding: { g: { allowReserved: true } },
                },
              },
            },
            responses: {},
          },
        },
      },
    },
    has: [
      '{ name: "p", in: "path", write: runtime.styledPath, allowReserved: true },',
      '{ name: "q", in: "query", write: runtime.styledQuery, allowReserved: true },',
      '{ name: "h", in: "header" }',
      '"multipart/form-data": runtime.multipartWithHeaders',
      "g: { write: runtime.styledQuery, allowReserved: true }",
    ],
  },
  {
    name: "parts by their place, in what is no form or may have an order",
    parts: {
      servers,
      paths: {
        "/a": {
          post: {
            requestBody: {
              content: {
                "multipart/mixed": {
                  schema: { type: "array" },
                  prefixEncoding: [{}, { contentType: "a/b", style: "form" }],
                  itemEncoding: { contentType: "c/d" },
                },
                "multipart/related": { encoding: { e: { contentType: "f/g", explode: true } } },
                "multipart/form-data": { itemEncoding: { headers: { "X-Sum": {} } } },
                "multipart/*": {},
                "application/x-www-form-urlencoded": { itemEncoding: { contentType: "a/json" } },
              },
            },
            responses: {},
          },
        },
      },
    },
    has: [
      '"multipart/mixed": { write: runtime.mixedBody, parts: { "0": {}, "1": { contentType: "a/b" }, items: { contentType: "c/d" } } }',
      '"multipart/related": { write: runtime.mixedBody, parts: { e: { contentType: "f/g" } } }',
      '"multipart/form-data": runtime.anyMultipart',
      '"multipart/*": runtime.anyMultipart',
      '"application/x-www-form-urlencoded": runtime.formBody',
    ],
  },
  {
    name: "parts of parts, and texts that hold bytes",
    parts: {
      servers,
      paths: {
        "/a": {
          post: {
            requestBody: {
              content: {
                "multipart/mixed": {
                  schema: { prefixItems: [{}, { contentEncoding: "base64url" }], items: base64 },
                  prefixEncoding: [{ contentType: "multipart/*, a/b", itemEncoding: png }],
                },
                "multipart/form-data": {
                  schema: { properties: { f: base64, g: base64 } },
                  encoding: {
                    f: { headers: { "content-transfer-encoding": {} }, contentType: "a/b" },
                    h: { contentType: "multipart/form-data", encoding: { i: png } },
                  },
                },
                "application/x-www-form-urlencoded": {
                  schema: { properties: { f: base64 } },
                  encoding: { h: { contentType: "multipart/mixed" } },
                },
              },
            },
            responses: {},
          },
        },
      },
    },
    has: [
      '"multipart/mixed": { write: runtime.mixedBody, parts: { "0": { contentType: "multipart/mixed", part: runtime.nestedPart, content: { write: runtime.mixedBody, parts: { items: { contentType: "image/png" } } } }, "1": {}, items: { part: runtime.encodedPart, transferEncoding: "base64" } } }',
      '"multipart/form-data": { write: runtime.multipartWithHeaders, parts: { f: { contentType: "a/b", part: runtime.encodedPart, transferEncoding: "base64" }, h: { contentType: "multipart/form-data", part: runtime.nestedPart, content: { write: runtime.multipartWithHeaders, parts: { i: { contentType: "image/png" } } } } } }',
      '"application/x-www-form-urlencoded": runtime.formBody',
    ],
  },
])("$name", async ({ parts, has = [], lacks = [] }) => {
  const text = await emit(parts);
  for (const part of has) expect(text).toContain(part);
  for (const part of lacks) expect(text).not.toContain(part);
});

async function emit(parts: object): Promise<string> {
  const description = await loadParts(parts);
  const names = nameDescription(description);
  const source = { description, names, banner: "", typesModule: "./types.js" };
  return emitClient({ ...source, types: defaultTypesOptions }).text;
}
