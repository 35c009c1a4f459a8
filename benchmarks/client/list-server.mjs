import { createServer } from "node:http";
import { listBody } from "./faults.mjs";

/** Answers an empty list; tells its parent where, and ends with it. */
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { "content-type": "application/json" });
  response.end(listBody);
});
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
process.on("disconnect", () => process.exit());
