// Ajv, each schema compiled to JavaScript, with its extension $data. A dot stands for what no schema can say.
export async function prepare(schemas, load) {
  const Ajv = load("ajv/dist/2020").default;
  const ajv = new Ajv({ strict: false, $data: true });
  const compile = (schema) => (schema === true ? () => true : ajv.compile(schema));
  const pairs = schemas.map((one) => one && { applies: compile(one.applies), check: compile(one.check) });
  return (document) => {
    let letters = "";
    for (const pair of pairs) {
      letters += !pair ? "." : !pair.applies(document) ? "A" : pair.check(document) ? "C" : "N";
    }
    return letters;
  };
}
