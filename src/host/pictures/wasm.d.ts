/** A program that the build lays beside the bundle: its place, from there. */
declare module '*.wasm' {
  const place: string;
  export default place;
}
