// No engine: what V8 takes to parse the documents.
export function prepare() {
  return () => "";
}
