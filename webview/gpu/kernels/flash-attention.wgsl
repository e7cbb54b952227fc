// Attention in one pass, softmax(scale·q·kᵀ)·v, without the map of weights ever being stored.
//
// Online softmax (Milakov and Gimelshein 2018; Dao et al. 2022): keys come in tiles of 32; each row keeps its maximum and
// its sum so far, and what has been mixed so far is scaled down when the maximum grows. A workgroup of 32 invocations
// takes 64 queries of one head; an invocation makes 8 by 8 scores, then mixes 8 rows by 8 channels at a time in `out`
// itself, so that any width fits. group.x counts tiles of queries, group.y heads (outer·heads + head).
//
// Element (row, i) of an operand stands at start + outer·outer + head·head + row·row + i. Heads of keys and values are
// the query head divided by `share`. Keys are hidden where `causal` and key > query + offset, and where `masked` and
// mask[query, key] is 0; tiles that no query may see are skipped; rows that see nothing are zeros. Widths are of any
// size. 8,960 bytes of workgroup memory.

struct Sizes {
  origin: vec3u,
  queries: u32,
  keys: u32,
  key_width: u32,
  value_width: u32,
  heads: u32,
  share: u32,
  offset: i32,
  query_start: u32,
  query_outer: u32,
  query_head: u32,
  query_row: u32,
  key_start: u32,
  key_outer: u32,
  key_head: u32,
  key_row: u32,
  value_start: u32,
  value_outer: u32,
  value_head: u32,
  value_row: u32,
  out_outer: u32,
  out_head: u32,
  out_row: u32,
  scale: f32,
}

@group(0) @binding(0) var<storage, read> query: array<real>;
@group(0) @binding(1) var<storage, read> key: array<real>;
@group(0) @binding(2) var<storage, read> value: array<real>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;
@group(0) @binding(4) var<storage, read> mask: array<u32>;
@group(0) @binding(5) var<uniform> sizes: Sizes;

override causal = false;
override masked = false;

const tile_queries = 64u;
const tile_keys = 32u;
const lowest = -3.4e38;

// [queries][keys], scores and then their powers.
var<workgroup> powers: array<f32, 2048>;
var<workgroup> highest: array<f32, 64>;
var<workgroup> totals: array<f32, 64>;
var<workgroup> shrink: array<f32, 64>;

fn visible(row: u32, at: u32) -> bool {
  if (causal && i32(at) > i32(row) + sizes.offset) {
    return false;
  }
  return !masked || mask[row * sizes.keys + at] != 0u;
}

fn keep_scores(row: u32, column: u32, left: vec4f, right: vec4f) {
  let at = row * tile_keys + column;
  for (var i = 0u; i < 4u; i++) {
    powers[at + i] = left[i] * sizes.scale;
    powers[at + i + 4u] = right[i] * sizes.scale;
  }
}

fn load_out(at: u32, channel: u32) -> vec4f {
  var values = vec4f();
  for (var i = 0u; i < 4u; i++) {
    if (channel + i < sizes.value_width) {
      values[i] = out[at + channel + i];
    }
  }
  return values;
}

fn store_out(at: u32, channel: u32, values: vec4f) {
  for (var i = 0u; i < 4u; i++) {
    if (channel + i < sizes.value_width) {
      out[at + channel + i] = values[i];
    }
  }
}

// One row's step of online softmax over the tile of keys from `first`.
fn soften(row: u32, first: u32, query_row: u32) {
  let count = min(tile_keys, sizes.keys - first);
  let before = highest[row];
  var now = before;
  for (var i = 0u; i < count; i++) {
    if (visible(query_row, first + i)) {
      now = max(now, powers[row * tile_keys + i]);
    }
  }
  var sum = 0.0;
  for (var i = 0u; i < tile_keys; i++) {
    var power = 0.0;
    if (i < count && visible(query_row, first + i)) {
      power = exp(powers[row * tile_keys + i] - now);
    }
    powers[row * tile_keys + i] = power;
    sum += power;
  }
  highest[row] = now;
  shrink[row] = exp(before - now);
  totals[row] = totals[row] * shrink[row] + sum;
}

@compute @workgroup_size(32)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let tile = group + sizes.origin;
  let first_query = tile.x * tile_queries;
  let outer = tile.y / sizes.heads;
  let head = tile.y % sizes.heads;
  let query_start = sizes.query_start + outer * sizes.query_outer + head * sizes.query_head;
  let key_start = sizes.key_start + outer * sizes.key_outer + head / sizes.share * sizes.key_head;
  let value_start = sizes.value_start + outer * sizes.value_outer + head / sizes.share * sizes.value_head;
  let out_start = outer * sizes.out_outer + head * sizes.out_head;
  // This invocation's first row, key and channel within the tile.
  let row = index / 4u * 8u;
  let column = index % 4u * 8u;

  for (var i = index; i < tile_queries; i += 32u) {
    highest[i] = lowest;
    totals[i] = 0.0;
  }
  var end = sizes.keys;
  if (causal) {
    end = u32(clamp(i32(first_query + tile_queries) + sizes.offset, 0, i32(sizes.keys)));
  }

  let query0 = query_start + min(first_query + row + 0u, sizes.queries - 1u) * sizes.query_row;
  let query1 = query_start + min(first_query + row + 1u, sizes.queries - 1u) * sizes.query_row;
  let query2 = query_start + min(first_query + row + 2u, sizes.queries - 1u) * sizes.query_row;
  let query3 = query_start + min(first_query + row + 3u, sizes.queries - 1u) * sizes.query_row;
  let query4 = query_start + min(first_query + row + 4u, sizes.queries - 1u) * sizes.query_row;
  let query5 = query_start + min(first_query + row + 5u, sizes.queries - 1u) * sizes.query_row;
  let query6 = query_start + min(first_query + row + 6u, sizes.queries - 1u) * sizes.query_row;
  let query7 = query_start + min(first_query + row + 7u, sizes.queries - 1u) * sizes.query_row;
  let out0 = out_start + (first_query + row + 0u) * sizes.out_row;
  let out1 = out_start + (first_query + row + 1u) * sizes.out_row;
  let out2 = out_start + (first_query + row + 2u) * sizes.out_row;
  let out3 = out_start + (first_query + row + 3u) * sizes.out_row;
  let out4 = out_start + (first_query + row + 4u) * sizes.out_row;
  let out5 = out_start + (first_query + row + 5u) * sizes.out_row;
  let out6 = out_start + (first_query + row + 6u) * sizes.out_row;
  let out7 = out_start + (first_query + row + 7u) * sizes.out_row;

  for (var first = 0u; first < end; first += tile_keys) {
    let key0 = key_start + min(first + column + 0u, sizes.keys - 1u) * sizes.key_row;
    let key1 = key_start + min(first + column + 1u, sizes.keys - 1u) * sizes.key_row;
    let key2 = key_start + min(first + column + 2u, sizes.keys - 1u) * sizes.key_row;
    let key3 = key_start + min(first + column + 3u, sizes.keys - 1u) * sizes.key_row;
    let key4 = key_start + min(first + column + 4u, sizes.keys - 1u) * sizes.key_row;
    let key5 = key_start + min(first + column + 5u, sizes.keys - 1u) * sizes.key_row;
    let key6 = key_start + min(first + column + 6u, sizes.keys - 1u) * sizes.key_row;
    let key7 = key_start + min(first + column + 7u, sizes.keys - 1u) * sizes.key_row;
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
    for (var x = 0u; x < sizes.key_width; x++) {
      let left = vec4f(f32(key[key0 + x]), f32(key[key1 + x]), f32(key[key2 + x]), f32(key[key3 + x]));
      let right = vec4f(f32(key[key4 + x]), f32(key[key5 + x]), f32(key[key6 + x]), f32(key[key7 + x]));
      let q0 = f32(query[query0 + x]);
      left0 += q0 * left;
      right0 += q0 * right;
      let q1 = f32(query[query1 + x]);
      left1 += q1 * left;
      right1 += q1 * right;
      let q2 = f32(query[query2 + x]);
      left2 += q2 * left;
      right2 += q2 * right;
      let q3 = f32(query[query3 + x]);
      left3 += q3 * left;
      right3 += q3 * right;
      let q4 = f32(query[query4 + x]);
      left4 += q4 * left;
      right4 += q4 * right;
      let q5 = f32(query[query5 + x]);
      left5 += q5 * left;
      right5 += q5 * right;
      let q6 = f32(query[query6 + x]);
      left6 += q6 * left;
      right6 += q6 * right;
      let q7 = f32(query[query7 + x]);
      left7 += q7 * left;
      right7 += q7 * right;
    }
    keep_scores(row + 0u, column, left0, right0);
    keep_scores(row + 1u, column, left1, right1);
    keep_scores(row + 2u, column, left2, right2);
    keep_scores(row + 3u, column, left3, right3);
    keep_scores(row + 4u, column, left4, right4);
    keep_scores(row + 5u, column, left5, right5);
    keep_scores(row + 6u, column, left6, right6);
    keep_scores(row + 7u, column, left7, right7);
    workgroupBarrier();
    for (var i = index; i < tile_queries; i += 32u) {
      soften(i, first, min(first_query + i, sizes.queries - 1u));
    }
    workgroupBarrier();

    let count = min(tile_keys, sizes.keys - first);
    for (var channel = column; channel < sizes.value_width; channel += 32u) {
      var mixed0 = vec4f();
      var more0 = vec4f();
      var mixed1 = vec4f();
      var more1 = vec4f();
      var mixed2 = vec4f();
      var more2 = vec4f();
      var mixed3 = vec4f();
      var more3 = vec4f();
      var mixed4 = vec4f();
      var more4 = vec4f();
      var mixed5 = vec4f();
      var more5 = vec4f();
      var mixed6 = vec4f();
      var more6 = vec4f();
      var mixed7 = vec4f();
      var more7 = vec4f();
      if (first > 0u) {
        if (first_query + row + 0u < sizes.queries) {
          mixed0 = shrink[row + 0u] * load_out(out0, channel);
          more0 = shrink[row + 0u] * load_out(out0, channel + 4u);
        }
        if (first_query + row + 1u < sizes.queries) {
          mixed1 = shrink[row + 1u] * load_out(out1, channel);
          more1 = shrink[row + 1u] * load_out(out1, channel + 4u);
        }
        if (first_query + row + 2u < sizes.queries) {
          mixed2 = shrink[row + 2u] * load_out(out2, channel);
          more2 = shrink[row + 2u] * load_out(out2, channel + 4u);
        }
        if (first_query + row + 3u < sizes.queries) {
          mixed3 = shrink[row + 3u] * load_out(out3, channel);
          more3 = shrink[row + 3u] * load_out(out3, channel + 4u);
        }
        if (first_query + row + 4u < sizes.queries) {
          mixed4 = shrink[row + 4u] * load_out(out4, channel);
          more4 = shrink[row + 4u] * load_out(out4, channel + 4u);
        }
        if (first_query + row + 5u < sizes.queries) {
          mixed5 = shrink[row + 5u] * load_out(out5, channel);
          more5 = shrink[row + 5u] * load_out(out5, channel + 4u);
        }
        if (first_query + row + 6u < sizes.queries) {
          mixed6 = shrink[row + 6u] * load_out(out6, channel);
          more6 = shrink[row + 6u] * load_out(out6, channel + 4u);
        }
        if (first_query + row + 7u < sizes.queries) {
          mixed7 = shrink[row + 7u] * load_out(out7, channel);
          more7 = shrink[row + 7u] * load_out(out7, channel + 4u);
        }
      }
      // Channels beyond the edge read the last one and are not written.
      let last = sizes.value_width - 1u;
      let c1 = min(channel + 1u, last) - channel;
      let c2 = min(channel + 2u, last) - channel;
      let c3 = min(channel + 3u, last) - channel;
      let c4 = min(channel + 4u, last) - channel;
      let c5 = min(channel + 5u, last) - channel;
      let c6 = min(channel + 6u, last) - channel;
      let c7 = min(channel + 7u, last) - channel;
      for (var i = 0u; i < count; i++) {
        let at = value_start + (first + i) * sizes.value_row + channel;
        let left = vec4f(f32(value[at]), f32(value[at + c1]), f32(value[at + c2]), f32(value[at + c3]));
        let right = vec4f(f32(value[at + c4]), f32(value[at + c5]), f32(value[at + c6]), f32(value[at + c7]));
        let p0 = powers[(row + 0u) * tile_keys + i];
        mixed0 += p0 * left;
        more0 += p0 * right;
        let p1 = powers[(row + 1u) * tile_keys + i];
        mixed1 += p1 * left;
        more1 += p1 * right;
        let p2 = powers[(row + 2u) * tile_keys + i];
        mixed2 += p2 * left;
        more2 += p2 * right;
        let p3 = powers[(row + 3u) * tile_keys + i];
        mixed3 += p3 * left;
        more3 += p3 * right;
        let p4 = powers[(row + 4u) * tile_keys + i];
        mixed4 += p4 * left;
        more4 += p4 * right;
        let p5 = powers[(row + 5u) * tile_keys + i];
        mixed5 += p5 * left;
        more5 += p5 * right;
        let p6 = powers[(row + 6u) * tile_keys + i];
        mixed6 += p6 * left;
        more6 += p6 * right;
        let p7 = powers[(row + 7u) * tile_keys + i];
        mixed7 += p7 * left;
        more7 += p7 * right;
      }
      if (first_query + row + 0u < sizes.queries) {
        store_out(out0, channel, mixed0);
        store_out(out0, channel + 4u, more0);
      }
      if (first_query + row + 1u < sizes.queries) {
        store_out(out1, channel, mixed1);
        store_out(out1, channel + 4u, more1);
      }
      if (first_query + row + 2u < sizes.queries) {
        store_out(out2, channel, mixed2);
        store_out(out2, channel + 4u, more2);
      }
      if (first_query + row + 3u < sizes.queries) {
        store_out(out3, channel, mixed3);
        store_out(out3, channel + 4u, more3);
      }
      if (first_query + row + 4u < sizes.queries) {
        store_out(out4, channel, mixed4);
        store_out(out4, channel + 4u, more4);
      }
      if (first_query + row + 5u < sizes.queries) {
        store_out(out5, channel, mixed5);
        store_out(out5, channel + 4u, more5);
      }
      if (first_query + row + 6u < sizes.queries) {
        store_out(out6, channel, mixed6);
        store_out(out6, channel + 4u, more6);
      }
      if (first_query + row + 7u < sizes.queries) {
        store_out(out7, channel, mixed7);
        store_out(out7, channel + 4u, more7);
      }
    }
    workgroupBarrier();
  }

  // An invocation finishes the elements that it has mixed itself.
  for (var i = 0u; i < 8u; i++) {
    if (first_query + row + i < sizes.queries) {
      let at = out_start + (first_query + row + i) * sizes.out_row;
      let factor = select(0.0, 1.0 / totals[row + i], totals[row + i] > 0.0);
      for (var channel = column; channel < sizes.value_width; channel += 32u) {
        for (var j = channel; j < min(channel + 8u, sizes.value_width); j++) {
          out[at + j] = select(0.0, out[at + j] * factor, end > 0u);
        }
      }
    }
  }
}
