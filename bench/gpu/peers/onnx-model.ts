/** One node of a graph: its operator, the names of what it reads and makes, and whole-number attributes. */
export interface OnnxNode {
  readonly operator: string;
  readonly domain?: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number>>;
}

export interface OnnxModel {
  readonly nodes: readonly OnnxNode[];
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  /** Shapes and element types, `f32` unless `i64`. */
  readonly outputs: Readonly<Record<string, { readonly shape: readonly number[]; readonly type?: 'f32' | 'i64' }>>;
  /** Lists of whole numbers known beforehand. */
  readonly constants?: Readonly<Record<string, readonly number[]>>;
}

/** The model in ONNX's own format (onnx.proto3), written field by field: number and wire type, then the value. */
export function encodeOnnx({ nodes, inputs, outputs, constants = {} }: OnnxModel): Uint8Array {
  const graph = [
    ...nodes.flatMap((node) => message(1, encodeNode(node))),
    ...text(2, 'graph'),
    ...Object.entries(constants).flatMap(([name, values]) => message(5, encodeConstant(name, values))),
    ...Object.entries(inputs).flatMap(([name, shape]) => message(11, encodeValue(name, shape, 1))),
    ...Object.entries(outputs).flatMap(([name, { shape, type }]) =>
      message(12, encodeValue(name, shape, type === 'i64' ? 7 : 1)),
    ),
  ];
  const opset = (domain: string, version: number) => message(8, [...text(1, domain), ...whole(2, version)]);
  return Uint8Array.from([...whole(1, 8), ...message(7, graph), ...opset('', 17), ...opset('com.microsoft', 1)]);
}

function encodeNode({ operator, domain = '', inputs, outputs, attributes = {} }: OnnxNode): number[] {
  return [
    ...inputs.flatMap((name) => text(1, name)),
    ...outputs.flatMap((name) => text(2, name)),
    ...text(4, operator),
    ...Object.entries(attributes).flatMap(([name, value]) =>
      message(5, [...text(1, name), ...whole(3, value), ...whole(20, 2)]),
    ),
    ...text(7, domain),
  ];
}

function encodeConstant(name: string, values: readonly number[]): number[] {
  const raw = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  return [...whole(1, values.length), ...whole(2, 7), ...text(8, name), ...message(9, [...raw])];
}

function encodeValue(name: string, shape: readonly number[], type: number): number[] {
  const dimensions = shape.flatMap((length) => message(1, whole(1, length)));
  return [...text(1, name), ...message(2, message(1, [...whole(1, type), ...message(2, dimensions)]))];
}

const whole = (field: number, value: number): number[] => [...variable(field << 3), ...variable(value)];
const message = (field: number, bytes: readonly number[]): number[] => [
  ...variable((field << 3) | 2),
  ...variable(bytes.length),
  ...bytes,
];
const text = (field: number, value: string): number[] => message(field, [...new TextEncoder().encode(value)]);

function variable(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}
