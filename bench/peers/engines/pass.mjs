// One pass of an engine over the documents, JSON.parse included.
//
// usage: node pass.mjs ENGINE MODULES TRANSLATIONS DOCUMENTS time|verdicts
//
// ENGINE is a file beside this one, MODULES the folder with node_modules. Prints microseconds of the processor for each
// document, after a warm-up in which V8 compiles what runs often; or a line of letters for each document.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const warm_up = { documents: 1000, passes: 3 };

const [engine, modules, translations, documents, wanted] = process.argv.slice(2);
const load = createRequire(path.resolve(modules, "package.json"));
const { prepare } = await import(`./${engine}.mjs`);
const verdicts = await prepare(JSON.parse(fs.readFileSync(translations, "utf8")), load);
const lines = fs.readFileSync(documents, "utf8").split("\n").filter((line) => line);

function pass(lines) {
  let length = 0;
  for (const line of lines) length += verdicts(JSON.parse(line)).length;
  return length;
}

if (wanted === "verdicts") {
  for (const line of lines) fs.writeSync(1, verdicts(JSON.parse(line)) + "\n");
} else {
  for (let i = 0; i < warm_up.passes; ++i) pass(lines.slice(0, warm_up.documents));
  const begin = process.cpuUsage();
  pass(lines);
  const { user, system } = process.cpuUsage(begin);
  console.log(((user + system) / lines.length).toFixed(3));
}
