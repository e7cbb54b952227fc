// Stands in the worker for the libraries that only drawing needs (layout, formulas, rough strokes).
// Parsing never reaches them but to register a hook: any property is a function that gives back its first argument.
const stub: unknown = new Proxy((value: unknown) => value, {
  get: (_, name) => (name === '__esModule' ? false : name === 'default' ? stub : (value: unknown) => value),
});
module.exports = stub;
