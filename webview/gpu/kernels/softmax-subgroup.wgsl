// Softmax along rows, a subgroup to a row: the contract of softmax.wgsl.
//
// Right for every subgroup size from 4 on: a row is the work of the invocations that share a subgroup, whose number and
// place are asked for and never assumed, and rows are handed out by counting subgroups.

struct Sizes {
  origin: vec3u,
  rows: u32,
  columns: u32,
  queries: u32,
  offset: i32,
}

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> out: array<f32>;
@group(0) @binding(2) var<storage, read> mask: array<u32>;
@group(0) @binding(3) var<uniform> sizes: Sizes;

override causal = false;
override masked = false;
// Rows a workgroup makes, whatever its subgroups.
const rows_a_group = 16u;

const lowest = -3.4e38;
const block = 64u;

var<workgroup> arrivals: atomic<u32>;

fn visible(query: u32, key: u32) -> bool {
  return !masked || mask[query * sizes.columns + key] != 0u;
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(subgroup_size) width: u32,
  @builtin(subgroup_invocation_id) lane: u32,
) {
  let first = (group.x + sizes.origin.x) * rows_a_group;
  let last = min(first + rows_a_group, sizes.rows);
  for (;;) {
    // The next row goes to whichever subgroup asks: which one makes it changes nothing in the result.
    var ticket = 0u;
    if (lane == 0u) {
      ticket = atomicAdd(&arrivals, 1u);
    }
    let row = first + subgroupBroadcastFirst(ticket);
    if (row >= last) {
      break;
    }
    let query = row % sizes.queries;
    let start = row * sizes.columns;
    var end = sizes.columns;
    if (causal) {
      end = u32(clamp(i32(query) + sizes.offset + 1, 0, i32(sizes.columns)));
    }

    var highest = lowest;
    for (var i = lane; i < end; i += width) {
      if (visible(query, i)) {
        highest = max(highest, x[start + i]);
      }
    }
    highest = subgroupMax(highest);

    var total = 0.0;
    for (var begin = lane; begin < end; begin += width * block) {
      var sum = 0.0;
      for (var i = begin; i < min(end, begin + width * block); i += width) {
        if (visible(query, i)) {
          let power = exp(x[start + i] - highest);
          out[start + i] = power;
          sum += power;
        } else {
          out[start + i] = 0.0;
        }
      }
      total += sum;
    }
    total = subgroupAdd(total);

    let factor = select(0.0, 1.0 / total, total > 0.0);
    for (var i = lane; i < sizes.columns; i += width) {
      if (i < end) {
        out[start + i] *= factor;
      } else {
        out[start + i] = 0.0;
      }
    }
  }
}
