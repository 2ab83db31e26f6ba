// DuckDB on one thread: one query over the file of documents, with the types of its columns given.
//
// usage: node duckdb.mjs MODULES EXPRESSION DOCUMENTS time|verdicts
//
// EXPRESSION is a file with the SQL of a document's letters. Prints what pass.mjs prints. The types are found once, before
// the clock runs.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [modules, expression, documents, wanted] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(path.resolve(modules, "package.json"))("@duckdb/node-api");
const text = (value) => `'${value.replaceAll("'", "''")}'`;

const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
const connection = await instance.connect();
const rows = async (query) => (await connection.runAndReadAll(query)).getRows();

await connection.run(`CREATE TABLE probe AS FROM read_ndjson(${text(documents)}, sample_size = -1) LIMIT 0`);
const columns = (await rows("DESCRIBE probe")).map(([name, type]) => `${text(name)}: ${text(type)}`);
const source = `read_ndjson(${text(documents)}, columns = {${columns.join(", ")}})`;
const letters = `SELECT ${fs.readFileSync(expression, "utf8")} AS letters FROM ${source}`;

if (wanted === "verdicts") {
  for (const [line] of await rows(letters)) fs.writeSync(1, line + "\n");
} else {
  const counted = `SELECT count(letters), max(letters) FROM (${letters})`;
  await rows(counted);
  const begin = process.cpuUsage();
  const [[count]] = await rows(counted);
  const { user, system } = process.cpuUsage(begin);
  console.log(((user + system) / Number(count)).toFixed(3));
}
