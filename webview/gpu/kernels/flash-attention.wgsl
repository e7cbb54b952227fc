// Attention in one pass, softmax(scale·q·kᵀ)·v, without the map of weights ever being stored.
//
// Online softmax (Milakov and Gimelshein 2018; Dao et al. 2022): keys come in tiles of 32; each row keeps its maximum and
// its sum so far, and what has been mixed so far is scaled down when the maximum grows. A workgroup of 32 invocations
// takes 64 queries of one head; an invocation makes 8 by 8 scores, then mixes 8 rows by 8 channels at a time in `out`
// itself, so that any width fits. group.x counts tiles of queries, group.y heads (outer·heads + head).
//
// Element (row, i) of an operand stands at start + outer·outer + head·head + row·row + i; widths, starts and strides are
// multiples of 4, which zeros at the end of rows make of any width. Heads of keys and values are the query head divided
// by `share`. Keys are hidden where `causal` and key > query + offset, and where `masked` and mask[query, key] is 0; tiles
// that no query may see are skipped; rows that see nothing are zeros. 8,960 bytes of workgroup memory.
//
// Its sums are written out by name, not as an array: one that is indexed at run time is kept in memory instead of
// registers.

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

@group(0) @binding(0) var<storage, read> query: array<vec4<real>>;
@group(0) @binding(1) var<storage, read> key: array<vec4<real>>;
@group(0) @binding(2) var<storage, read> value: array<vec4<real>>;
@group(0) @binding(3) var<storage, read_write> out: array<vec4f>;
@group(0) @binding(4) var<storage, read> mask: array<u32>;
@group(0) @binding(5) var<uniform> sizes: Sizes;

override causal = false;
override masked = false;

const tile_queries = 64u;
const tile_keys = 32u;
// Vectors in a row of `powers`.
const quads = 8u;
const lowest = -3.4e38;

// [queries][keys], scores and then their powers.
var<workgroup> powers: array<vec4f, 512>;
var<workgroup> highest: array<f32, 64>;
var<workgroup> totals: array<f32, 64>;
var<workgroup> shrink: array<f32, 64>;

// Which of four keys a query may see; `end` is the first that none may.
fn visible(row: u32, first: u32, end: u32) -> vec4<bool> {
  let keys = first + vec4u(0u, 1u, 2u, 3u);
  var seen = keys < vec4u(end);
  if (masked) {
    let at = row * sizes.keys + min(keys, vec4u(sizes.keys - 1u));
    seen = seen & (vec4u(mask[at.x], mask[at.y], mask[at.z], mask[at.w]) != vec4u(0u));
  }
  return seen;
}

// One row's step of online softmax over the tile of keys from `first`.
fn soften(row: u32, first: u32, query_row: u32) {
  var end = sizes.keys;
  if (causal) {
    end = u32(clamp(i32(query_row) + sizes.offset + 1, 0, i32(end)));
  }
  let before = highest[row];
  var now = before;
  for (var i = 0u; i < quads; i++) {
    let scores = select(vec4f(lowest), powers[row * quads + i], visible(query_row, first + 4u * i, end));
    powers[row * quads + i] = scores;
    now = max(now, max(max(scores.x, scores.y), max(scores.z, scores.w)));
  }
  var sum = vec4f();
  for (var i = 0u; i < quads; i++) {
    let scores = powers[row * quads + i];
    // Also 0 where nothing has been seen yet and `now` is no score.
    let power = select(vec4f(), exp(scores - now), scores > vec4f(lowest));
    powers[row * quads + i] = power;
    sum += power;
  }
  highest[row] = now;
  shrink[row] = exp(before - now);
  totals[row] = totals[row] * shrink[row] + (sum.x + sum.y) + (sum.z + sum.w);
}

@compute @workgroup_size(32)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let tile = group + sizes.origin;
  let first_query = tile.x * tile_queries;
  let outer = tile.y / sizes.heads;
  let head = tile.y % sizes.heads;
  let query_start = sizes.query_start + outer * sizes.query_outer + head * sizes.query_head;
  let key_start = sizes.key_start + outer * sizes.key_outer + head / sizes.share * sizes.key_head;
  let value_start = (sizes.value_start + outer * sizes.value_outer + head / sizes.share * sizes.value_head) / 4u;
  let value_row = sizes.value_row / 4u;
  let out_start = outer * sizes.out_outer + head * sizes.out_head;
  // This invocation's first row within the tile, its first key, and its first vector of channels.
  let row = index / 4u * 8u;
  let column = index % 4u * 8u;
  let channels = sizes.value_width / 4u;

  for (var i = index; i < tile_queries; i += 32u) {
    highest[i] = lowest;
    totals[i] = 0.0;
  }
  var end = sizes.keys;
  if (causal) {
    end = u32(clamp(i32(first_query + tile_queries) + sizes.offset, 0, i32(sizes.keys)));
  }

  let query0 = (query_start + min(first_query + row + 0u, sizes.queries - 1u) * sizes.query_row) / 4u;
  let query1 = (query_start + min(first_query + row + 1u, sizes.queries - 1u) * sizes.query_row) / 4u;
  let query2 = (query_start + min(first_query + row + 2u, sizes.queries - 1u) * sizes.query_row) / 4u;
  let query3 = (query_start + min(first_query + row + 3u, sizes.queries - 1u) * sizes.query_row) / 4u;
  let query4 = (query_start + min(first_query + row + 4u, sizes.queries - 1u) * sizes.query_row) / 4u;
  let query5 = (query_start + min(first_query + row + 5u, sizes.queries - 1u) * sizes.query_row) / 4u;
  let query6 = (query_start + min(first_query + row + 6u, sizes.queries - 1u) * sizes.query_row) / 4u;
  let query7 = (query_start + min(first_query + row + 7u, sizes.queries - 1u) * sizes.query_row) / 4u;
  let out0 = (out_start + (first_query + row + 0u) * sizes.out_row) / 4u;
  let out1 = (out_start + (first_query + row + 1u) * sizes.out_row) / 4u;
  let out2 = (out_start + (first_query + row + 2u) * sizes.out_row) / 4u;
  let out3 = (out_start + (first_query + row + 3u) * sizes.out_row) / 4u;
  let out4 = (out_start + (first_query + row + 4u) * sizes.out_row) / 4u;
  let out5 = (out_start + (first_query + row + 5u) * sizes.out_row) / 4u;
  let out6 = (out_start + (first_query + row + 6u) * sizes.out_row) / 4u;
  let out7 = (out_start + (first_query + row + 7u) * sizes.out_row) / 4u;

  for (var first = 0u; first < end; first += tile_keys) {
    let key0 = (key_start + min(first + column + 0u, sizes.keys - 1u) * sizes.key_row) / 4u;
    let key1 = (key_start + min(first + column + 1u, sizes.keys - 1u) * sizes.key_row) / 4u;
    let key2 = (key_start + min(first + column + 2u, sizes.keys - 1u) * sizes.key_row) / 4u;
    let key3 = (key_start + min(first + column + 3u, sizes.keys - 1u) * sizes.key_row) / 4u;
    let key4 = (key_start + min(first + column + 4u, sizes.keys - 1u) * sizes.key_row) / 4u;
    let key5 = (key_start + min(first + column + 5u, sizes.keys - 1u) * sizes.key_row) / 4u;
    let key6 = (key_start + min(first + column + 6u, sizes.keys - 1u) * sizes.key_row) / 4u;
    let key7 = (key_start + min(first + column + 7u, sizes.keys - 1u) * sizes.key_row) / 4u;
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
    for (var x = 0u; x < sizes.key_width / 4u; x++) {
      let k0 = vec4f(key[key0 + x]);
      let k1 = vec4f(key[key1 + x]);
      let k2 = vec4f(key[key2 + x]);
      let k3 = vec4f(key[key3 + x]);
      let k4 = vec4f(key[key4 + x]);
      let k5 = vec4f(key[key5 + x]);
      let k6 = vec4f(key[key6 + x]);
      let k7 = vec4f(key[key7 + x]);
      let q0 = vec4f(query[query0 + x]);
      left0 += vec4f(dot(q0, k0), dot(q0, k1), dot(q0, k2), dot(q0, k3));
      right0 += vec4f(dot(q0, k4), dot(q0, k5), dot(q0, k6), dot(q0, k7));
      let q1 = vec4f(query[query1 + x]);
      left1 += vec4f(dot(q1, k0), dot(q1, k1), dot(q1, k2), dot(q1, k3));
      right1 += vec4f(dot(q1, k4), dot(q1, k5), dot(q1, k6), dot(q1, k7));
      let q2 = vec4f(query[query2 + x]);
      left2 += vec4f(dot(q2, k0), dot(q2, k1), dot(q2, k2), dot(q2, k3));
      right2 += vec4f(dot(q2, k4), dot(q2, k5), dot(q2, k6), dot(q2, k7));
      let q3 = vec4f(query[query3 + x]);
      left3 += vec4f(dot(q3, k0), dot(q3, k1), dot(q3, k2), dot(q3, k3));
      right3 += vec4f(dot(q3, k4), dot(q3, k5), dot(q3, k6), dot(q3, k7));
      let q4 = vec4f(query[query4 + x]);
      left4 += vec4f(dot(q4, k0), dot(q4, k1), dot(q4, k2), dot(q4, k3));
      right4 += vec4f(dot(q4, k4), dot(q4, k5), dot(q4, k6), dot(q4, k7));
      let q5 = vec4f(query[query5 + x]);
      left5 += vec4f(dot(q5, k0), dot(q5, k1), dot(q5, k2), dot(q5, k3));
      right5 += vec4f(dot(q5, k4), dot(q5, k5), dot(q5, k6), dot(q5, k7));
      let q6 = vec4f(query[query6 + x]);
      left6 += vec4f(dot(q6, k0), dot(q6, k1), dot(q6, k2), dot(q6, k3));
      right6 += vec4f(dot(q6, k4), dot(q6, k5), dot(q6, k6), dot(q6, k7));
      let q7 = vec4f(query[query7 + x]);
      left7 += vec4f(dot(q7, k0), dot(q7, k1), dot(q7, k2), dot(q7, k3));
      right7 += vec4f(dot(q7, k4), dot(q7, k5), dot(q7, k6), dot(q7, k7));
    }
    let place = row * quads + column / 4u;
    powers[place + 0u * quads] = left0 * sizes.scale;
    powers[place + 0u * quads + 1u] = right0 * sizes.scale;
    powers[place + 1u * quads] = left1 * sizes.scale;
    powers[place + 1u * quads + 1u] = right1 * sizes.scale;
    powers[place + 2u * quads] = left2 * sizes.scale;
    powers[place + 2u * quads + 1u] = right2 * sizes.scale;
    powers[place + 3u * quads] = left3 * sizes.scale;
    powers[place + 3u * quads + 1u] = right3 * sizes.scale;
    powers[place + 4u * quads] = left4 * sizes.scale;
    powers[place + 4u * quads + 1u] = right4 * sizes.scale;
    powers[place + 5u * quads] = left5 * sizes.scale;
    powers[place + 5u * quads + 1u] = right5 * sizes.scale;
    powers[place + 6u * quads] = left6 * sizes.scale;
    powers[place + 6u * quads + 1u] = right6 * sizes.scale;
    powers[place + 7u * quads] = left7 * sizes.scale;
    powers[place + 7u * quads + 1u] = right7 * sizes.scale;
    workgroupBarrier();
    for (var i = index; i < tile_queries; i += 32u) {
      soften(i, first, min(first_query + i, sizes.queries - 1u));
    }
    workgroupBarrier();

    for (var channel = column / 4u; channel < channels; channel += quads) {
      let other = min(channel + 1u, channels - 1u);
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
        mixed0 = shrink[row + 0u] * out[out0 + channel];
        more0 = shrink[row + 0u] * out[out0 + other];
        mixed1 = shrink[row + 1u] * out[out1 + channel];
        more1 = shrink[row + 1u] * out[out1 + other];
        mixed2 = shrink[row + 2u] * out[out2 + channel];
        more2 = shrink[row + 2u] * out[out2 + other];
        mixed3 = shrink[row + 3u] * out[out3 + channel];
        more3 = shrink[row + 3u] * out[out3 + other];
        mixed4 = shrink[row + 4u] * out[out4 + channel];
        more4 = shrink[row + 4u] * out[out4 + other];
        mixed5 = shrink[row + 5u] * out[out5 + channel];
        more5 = shrink[row + 5u] * out[out5 + other];
        mixed6 = shrink[row + 6u] * out[out6 + channel];
        more6 = shrink[row + 6u] * out[out6 + other];
        mixed7 = shrink[row + 7u] * out[out7 + channel];
        more7 = shrink[row + 7u] * out[out7 + other];
      }
      for (var i = 0u; i < quads; i++) {
        // Keys beyond the last have no power; what is read in their place does not count.
        let from0 = value_start + min(first + 4u * i, sizes.keys - 1u) * value_row;
        let from1 = value_start + min(first + 4u * i + 1u, sizes.keys - 1u) * value_row;
        let from2 = value_start + min(first + 4u * i + 2u, sizes.keys - 1u) * value_row;
        let from3 = value_start + min(first + 4u * i + 3u, sizes.keys - 1u) * value_row;
        let l0 = vec4f(value[from0 + channel]);
        let l1 = vec4f(value[from1 + channel]);
        let l2 = vec4f(value[from2 + channel]);
        let l3 = vec4f(value[from3 + channel]);
        let r0 = vec4f(value[from0 + other]);
        let r1 = vec4f(value[from1 + other]);
        let r2 = vec4f(value[from2 + other]);
        let r3 = vec4f(value[from3 + other]);
        let p0 = powers[(row + 0u) * quads + i];
        mixed0 += p0.x * l0 + p0.y * l1 + p0.z * l2 + p0.w * l3;
        more0 += p0.x * r0 + p0.y * r1 + p0.z * r2 + p0.w * r3;
        let p1 = powers[(row + 1u) * quads + i];
        mixed1 += p1.x * l0 + p1.y * l1 + p1.z * l2 + p1.w * l3;
        more1 += p1.x * r0 + p1.y * r1 + p1.z * r2 + p1.w * r3;
        let p2 = powers[(row + 2u) * quads + i];
        mixed2 += p2.x * l0 + p2.y * l1 + p2.z * l2 + p2.w * l3;
        more2 += p2.x * r0 + p2.y * r1 + p2.z * r2 + p2.w * r3;
        let p3 = powers[(row + 3u) * quads + i];
        mixed3 += p3.x * l0 + p3.y * l1 + p3.z * l2 + p3.w * l3;
        more3 += p3.x * r0 + p3.y * r1 + p3.z * r2 + p3.w * r3;
        let p4 = powers[(row + 4u) * quads + i];
        mixed4 += p4.x * l0 + p4.y * l1 + p4.z * l2 + p4.w * l3;
        more4 += p4.x * r0 + p4.y * r1 + p4.z * r2 + p4.w * r3;
        let p5 = powers[(row + 5u) * quads + i];
        mixed5 += p5.x * l0 + p5.y * l1 + p5.z * l2 + p5.w * l3;
        more5 += p5.x * r0 + p5.y * r1 + p5.z * r2 + p5.w * r3;
        let p6 = powers[(row + 6u) * quads + i];
        mixed6 += p6.x * l0 + p6.y * l1 + p6.z * l2 + p6.w * l3;
        more6 += p6.x * r0 + p6.y * r1 + p6.z * r2 + p6.w * r3;
        let p7 = powers[(row + 7u) * quads + i];
        mixed7 += p7.x * l0 + p7.y * l1 + p7.z * l2 + p7.w * l3;
        more7 += p7.x * r0 + p7.y * r1 + p7.z * r2 + p7.w * r3;
      }
      if (first_query + row + 0u < sizes.queries) {
        out[out0 + channel] = mixed0;
        if (other > channel) {
          out[out0 + other] = more0;
        }
      }
      if (first_query + row + 1u < sizes.queries) {
        out[out1 + channel] = mixed1;
        if (other > channel) {
          out[out1 + other] = more1;
        }
      }
      if (first_query + row + 2u < sizes.queries) {
        out[out2 + channel] = mixed2;
        if (other > channel) {
          out[out2 + other] = more2;
        }
      }
      if (first_query + row + 3u < sizes.queries) {
        out[out3 + channel] = mixed3;
        if (other > channel) {
          out[out3 + other] = more3;
        }
      }
      if (first_query + row + 4u < sizes.queries) {
        out[out4 + channel] = mixed4;
        if (other > channel) {
          out[out4 + other] = more4;
        }
      }
      if (first_query + row + 5u < sizes.queries) {
        out[out5 + channel] = mixed5;
        if (other > channel) {
          out[out5 + other] = more5;
        }
      }
      if (first_query + row + 6u < sizes.queries) {
        out[out6 + channel] = mixed6;
        if (other > channel) {
          out[out6 + other] = more6;
        }
      }
      if (first_query + row + 7u < sizes.queries) {
        out[out7 + channel] = mixed7;
        if (other > channel) {
          out[out7 + other] = more7;
        }
      }
    }
    workgroupBarrier();
  }

  // An invocation finishes the elements that it has mixed itself.
  for (var i = 0u; i < 8u; i++) {
    if (first_query + row + i < sizes.queries) {
      let at = (out_start + (first_query + row + i) * sizes.out_row) / 4u;
      let factor = select(0.0, 1.0 / totals[row + i], totals[row + i] > 0.0);
      for (var channel = column / 4u; channel < channels; channel += quads) {
        for (var j = channel; j < min(channel + 2u, channels); j++) {
          out[at + j] = select(vec4f(), out[at + j] * factor, end > 0u);
        }
      }
    }
  }
}
