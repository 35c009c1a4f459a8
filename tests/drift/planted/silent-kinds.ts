import {
  answer,
  arrayOf,
  bodies,
  exchange,
  list,
  object,
  ref,
  type Scenario,
  times,
} from "./scenario.ts";

const rows = (count: number) => bodies(times(count, { id: 1 }));

/** What is described and does not show. */
export const silentKinds: readonly Scenario[] = [
  {
    name: "a field never seen in a hundred objects",
    schema: arrayOf(object({ id: {}, old: {} })),
    exchanges: rows(100),
    want: ["informational never-seen /*/old 0/100"],
  },
  {
    name: "in ninety-nine nothing can be claimed",
    schema: arrayOf(object({ id: {}, old: {} })),
    exchanges: rows(99),
    want: [],
  },
  {
    name: "listed values never seen are one finding",
    schema: arrayOf({ type: "string", enum: ["a", "b", "c"] }),
    exchanges: bodies(times(100, "a")),
    want: ['informational never-seen /* 0/100 ["b","c"]'],
  },
  {
    name: "a status never seen in a hundred exchanges",
    operation: { responses: { "200": answer({}), "410": answer({}), default: answer({}) } },
    exchanges: times(100, exchange({})),
    want: ['informational never-seen [GET /things response 410 -] (body) 0/100 ["410"]'],
  },
  {
    name: "a field below one that was never seen is not another finding",
    schema: arrayOf(object({ id: {}, old: object({ deep: {} }) })),
    exchanges: rows(100),
    want: ["informational never-seen /*/old 0/100"],
  },
  {
    name: "a field seen once in 300 is seen",
    schema: arrayOf(object({ id: {}, rare: {} })),
    exchanges: bodies(list(300, (index) => (index === 299 ? { rare: 1 } : { id: 1 }))),
    want: [],
  },
  {
    name: "examples of a media type, by name",
    operation: {
      responses: {
        "200": {
          description: "x",
          content: {
            "application/json": {
              schema: object({ id: { type: "integer" } }, { required: ["id"] }),
              examples: { good: { value: { id: 1 } }, bad: { value: { id: "1" } } },
            },
          },
        },
      },
    },
    exchanges: bodies({ id: 1 }),
    want: ["informational stale-example (body) 1/2"],
  },
  {
    name: "an example of a parameter",
    operation: {
      parameters: [{ name: "q", in: "query", schema: { type: "integer" }, example: "many" }],
      responses: { "200": answer({}) },
    },
    exchanges: bodies({}),
    want: ["informational stale-example [GET /things request - -] /query/q 1/1"],
  },
  {
    name: "two examples of a parameter are one place",
    operation: {
      parameters: [
        {
          ...{ name: "q", in: "query", schema: { type: "integer" } },
          examples: { a: { value: 1 }, b: { value: "many" }, c: { value: "few" } },
        },
      ],
      responses: { "200": answer({}) },
    },
    exchanges: bodies({}),
    want: ["informational stale-example [GET /things request - -] /query/q 2/3"],
  },
  {
    name: "an example of a response header",
    operation: {
      responses: {
        "200": answer(
          {},
          { headers: { "X-Left": { schema: { type: "integer" }, example: "few" } } },
        ),
      },
    },
    exchanges: bodies({}),
    want: ["informational stale-example [GET /things response 200 -] /header/x-left 1/1"],
  },
  {
    name: "an example of a component is wrong once, however many places lead there",
    schema: object({ first: ref("Price"), all: arrayOf(ref("Price")) }),
    schemas: { Price: { type: "number", examples: ["free"] } },
    paths: { "/others": { get: { responses: { "200": answer(arrayOf(ref("Price"))) } } } },
    exchanges: bodies({ first: 1, all: [1, 2] }),
    want: ["informational stale-example /first 1/1"],
  },
  {
    name: "an example of a response that operations share is wrong once",
    operation: { responses: { "200": answer(ref("Thing")) } },
    schemas: { Thing: object({ id: { type: "integer" } }, { examples: [{ id: "x" }] }) },
    paths: { "/others": { get: { responses: { "200": answer(ref("Thing")) } } } },
    exchanges: bodies({ id: 1 }),
    want: ["informational stale-example (body) 1/1"],
  },
  {
    name: "an example that nothing called yet",
    operation: {
      responses: {
        "200": answer({}),
        "404": answer(object({ code: { type: "integer", examples: ["x"] } })),
      },
    },
    exchanges: bodies({}),
    want: ["informational stale-example [GET /things response 404 application/json] /code 1/1"],
  },
  {
    name: "an example of a component that shows what another place shows",
    schema: object({ first: ref("Price"), all: arrayOf(ref("Price")) }),
    schemas: { Price: { examples: ["free"] } },
    exchanges: bodies({ first: "free", all: times(100, 1) }),
    want: [],
  },
  {
    name: "an example that shows what a hundred values do not",
    schema: arrayOf(object({ free: { examples: ["text"] } })),
    exchanges: bodies(times(100, { free: 1 })),
    want: ["informational stale-example /*/free 1/1"],
  },
  {
    name: "an example of 3.0 that is null where nullable says so",
    version: "3.0.3",
    schema: object({ a: { type: "string", nullable: true, example: null } }),
    exchanges: bodies({ a: "x" }),
    want: [],
  },
];
