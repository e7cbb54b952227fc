// Batched matrix product staged through workgroup memory: c = scale·a·b + keep·c + bias.
//
// For adapters with caches of their own. The contract is that of matmul.wgsl. A workgroup of 8 by 8 invocations makes 64
// by 64 elements of c from 64 by 16 pieces of a and b that it reads together: 8 KiB of workgroup memory. Neighbouring
// invocations read neighbouring elements: along `inner` where its stride is 1, else along the rows of a or columns of b.
//
// Its 64 sums are written out by name, not as an array: one that is indexed at run time is kept in memory instead of
// registers. Sizes, results and bias stand in preambles/matmul.wgsl.

@group(0) @binding(0) var<storage, read> a: array<real>;
@group(0) @binding(1) var<storage, read> b: array<real>;

// Whether a is read along its rows rather than along inner; the same for b and its columns.
override a_by_rows = false;
override b_by_columns = false;

const depth = 16u;

// [depth][64 rows or columns / 4]
var<workgroup> piece_a: array<vec4f, 256>;
var<workgroup> piece_b: array<vec4f, 256>;

@compute @workgroup_size(8, 8)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_id) local: vec3u,
  @builtin(local_invocation_index) index: u32,
) {
  let tile = group + sizes.origin;
  let first_row = tile.y * 64u;
  let first_column = tile.x * 64u;
  let outer = tile.z / sizes.heads;
  let head = tile.z % sizes.heads;
  let a_start = sizes.a_start + outer * sizes.a_outer + head * sizes.a_head;
  let b_start = sizes.b_start + outer * sizes.b_outer + head / sizes.share * sizes.b_head;

  var left0 = vec4f();
  var right0 = vec4f();
  var left1 = vec4f();
  var right1 = vec4f();
  var left2 = vec4f();
  var right2 = vec4f();
  var left3 = vec4f();
  var right3 = vec4f();
  var left4 = vec4f();
  var right4 = vec4f();
  var left5 = vec4f();
  var right5 = vec4f();
  var left6 = vec4f();
  var right6 = vec4f();
  var left7 = vec4f();
  var right7 = vec4f();

  for (var start = 0u; start < sizes.inner; start += depth) {
    for (var i = index; i < 256u; i += 64u) {
      let a_step = select(i % depth, i / 16u, a_by_rows);
      let a_quad = select(i / depth, i % 16u, a_by_rows);
      var from_a = vec4f();
      let b_step = select(i % depth, i / 16u, b_by_columns);
      let b_quad = select(i / depth, i % 16u, b_by_columns);
      var from_b = vec4f();
      for (var j = 0u; j < 4u; j++) {
        let row = first_row + a_quad * 4u + j;
        if (row < sizes.rows && start + a_step < sizes.inner) {
          from_a[j] = f32(a[a_start + row * sizes.a_row + (start + a_step) * sizes.a_inner]);
        }
        let column = first_column + b_quad * 4u + j;
        if (column < sizes.columns && start + b_step < sizes.inner) {
          from_b[j] = f32(b[b_start + column * sizes.b_column + (start + b_step) * sizes.b_inner]);
        }
      }
      piece_a[a_step * 16u + a_quad] = from_a;
      piece_b[b_step * 16u + b_quad] = from_b;
    }
    workgroupBarrier();
    for (var k = 0u; k < depth; k++) {
      let upper = piece_a[k * 16u + local.y * 2u];
      let lower = piece_a[k * 16u + local.y * 2u + 1u];
      let left = piece_b[k * 16u + local.x * 2u];
      let right = piece_b[k * 16u + local.x * 2u + 1u];
      left0 += upper.x * left;
      right0 += upper.x * right;
      left1 += upper.y * left;
      right1 += upper.y * right;
      left2 += upper.z * left;
      right2 += upper.z * right;
      left3 += upper.w * left;
      right3 += upper.w * right;
      left4 += lower.x * left;
      right4 += lower.x * right;
      left5 += lower.y * left;
      right5 += lower.y * right;
      left6 += lower.z * left;
      right6 += lower.z * right;
      left7 += lower.w * left;
      right7 += lower.w * right;
    }
    workgroupBarrier();
  }

  let row = first_row + local.y * 8u;
  let column = first_column + local.x * 8u;
  let start = sizes.c_start + outer * sizes.c_outer + head * sizes.c_head;
  store_row(row + 0u, column, start, left0, right0);
  store_row(row + 1u, column, start, left1, right1);
  store_row(row + 2u, column, start, left2, right2);
  store_row(row + 3u, column, start, left3, right3);
  store_row(row + 4u, column, start, left4, right4);
  store_row(row + 5u, column, start, left5, right5);
  store_row(row + 6u, column, start, left6, right6);
  store_row(row + 7u, column, start, left7, right7);
}
