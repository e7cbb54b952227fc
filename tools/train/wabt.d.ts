/** The part of wabt that assembles WebAssembly; the package has no types of its own. */
declare module 'wabt' {
  interface Wabt {
    parseWat(name: string, text: string): { toBinary(options: object): { readonly buffer: Uint8Array } };
  }
  export default function wabt(): Promise<Wabt>;
}
