// @marcbachmann/cel-js, each expression parsed and planned once.
import { pathToFileURL } from "node:url";

export async function prepare(expressions, load) {
  const { Environment } = await import(pathToFileURL(load.resolve("@marcbachmann/cel-js")));
  const environment = new Environment({ unlistedVariablesAreDyn: true });
  const parsed = expressions.map((expression) => environment.parse(expression));
  return (doc) => {
    let letters = "";
    for (const evaluate of parsed) letters += evaluate({ doc });
    return letters;
  };
}
