// json-logic-engine, each rule compiled to JavaScript; and the operations that translate/json_logic.py adds.
const only = (given) => (Array.isArray(given) ? given[0] : given);

function remembered(make) {
  const made = new Map();
  return (text) => {
    let one = made.get(text);
    if (one === undefined) made.set(text, (one = make(text)));
    return one;
  };
}

function follow(document, keys) {
  for (const key of keys) {
    if (document === undefined || document === null) return null;
    document = document[key];
  }
  return document ?? null;
}

export async function prepare(rules, load) {
  const { LogicEngine } = load("json-logic-engine");
  const engine = new LogicEngine();
  const keys = remembered((path) => path.split("."));
  const pattern = remembered((text) => new RegExp(text));
  let document = null;
  const add = (name, method, options) => engine.addMethod(name, method, { sync: true, ...options });
  add("root", (path) => follow(document, keys(only(path))), { deterministic: false });
  add("has", (path) => follow(document, keys(only(path))) !== null, { deterministic: false });
  add("size", (list) => only(list).length);
  add("match", ([text, wanted]) => pattern(wanted).test(text));
  add("moment", (text) => Date.parse(only(text)));
  add("before", ([earlier, later]) => Date.parse(earlier) < Date.parse(later));
  const compiled = rules.map((rule) => engine.build(rule));
  return (given) => {
    document = given;
    let letters = "";
    for (const rule of compiled) letters += rule(given);
    return letters;
  };
}
