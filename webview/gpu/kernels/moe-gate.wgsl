// The gate of a Mixture of Experts: for each token the scores of all experts, the best few, and their weights.
//
// logits and scores are [tokens, experts], bias [experts], chosen and weights [tokens, slots] in descending selection
// score, ties to the lower index; -1 and 0 where a slot is empty. kept is [tokens], a bit for each group that was kept;
// sums is [tokens] of (Σ scores, log Σ exp logits).
//
// s = softmax or, with `sigmoid_scores`, sigmoid of the logits; selection c = s + bias, or logits + bias with `by_logits`.
// A group's score is the sum of its best `judges` c; experts of groups that are not kept cannot be chosen, or with
// `zero_dropped` are chosen by as 0. Weights are the chosen s; with `normalised` divided by their sum (for softmax scores:
// a softmax of the chosen logits alone); times `scale`. With `adaptive`, as many experts as it takes for their softmax
// probabilities to sum to `enough`.
//
// The order (score descending, index ascending) is total, so that the next expert is the best one after the last: no
// list of those already taken is needed. At most 32 groups.

struct Sizes {
  origin: vec3u,
  tokens: u32,
  experts: u32,
  slots: u32,
  groups: u32,
  keep: u32,
  judges: u32,
  scale: f32,
  enough: f32,
}

@group(0) @binding(0) var<storage, read> logits: array<f32>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
@group(0) @binding(2) var<storage, read_write> scores: array<f32>;
@group(0) @binding(3) var<storage, read_write> chosen: array<i32>;
@group(0) @binding(4) var<storage, read_write> weights: array<f32>;
@group(0) @binding(5) var<storage, read_write> kept: array<u32>;
@group(0) @binding(6) var<storage, read_write> sums: array<vec2f>;
@group(0) @binding(7) var<uniform> sizes: Sizes;

override sigmoid_scores = false;
override biased = false;
override grouped = false;
override by_logits = false;
override zero_dropped = false;
override normalised = false;
override adaptive = false;

const lowest = -3.4e38;

struct Pick {
  score: f32,
  index: i32,
}

fn sigmoid(value: f32) -> f32 {
  let power = exp(-min(abs(value), 87.0));
  return select(power, 1.0, value >= 0.0) / (1.0 + power);
}

fn selection(at: u32, expert: u32) -> f32 {
  var score = scores[at + expert];
  if (by_logits) {
    score = logits[at + expert];
  }
  if (biased) {
    score += bias[expert];
  }
  return score;
}

fn follows(score: f32, index: i32, last: Pick) -> bool {
  return last.index < 0 || score < last.score || (score == last.score && index > last.index);
}

// The sum of a group's best selection scores.
fn group_score(at: u32, group: u32) -> f32 {
  let size = sizes.experts / sizes.groups;
  var sum = 0.0;
  var last = Pick(0.0, -1);
  for (var judge = 0u; judge < min(sizes.judges, size); judge++) {
    var best = Pick(0.0, -1);
    for (var expert = group * size; expert < (group + 1u) * size; expert++) {
      let score = selection(at, expert);
      if (follows(score, i32(expert), last) && (best.index < 0 || score > best.score)) {
        best = Pick(score, i32(expert));
      }
    }
    sum += best.score;
    last = best;
  }
  return sum;
}

// A bit for each of the best groups.
fn best_groups(at: u32) -> u32 {
  var bits = 0u;
  for (var i = 0u; i < sizes.keep; i++) {
    var best = Pick(0.0, -1);
    for (var group = 0u; group < sizes.groups; group++) {
      if ((bits & (1u << group)) == 0u) {
        let score = group_score(at, group);
        if (best.index < 0 || score > best.score) {
          best = Pick(score, i32(group));
        }
      }
    }
    bits |= 1u << u32(best.index);
  }
  return bits;
}

fn next_best(at: u32, groups: u32, last: Pick) -> Pick {
  var best = Pick(0.0, -1);
  for (var expert = 0u; expert < sizes.experts; expert++) {
    var score = selection(at, expert);
    if (adaptive || (!biased && !zero_dropped)) {
      // In the order of scores without bias, which logits keep where small or saturated scores round to the same f32.
      score = logits[at + expert];
    }
    if (grouped && (groups & (1u << (expert * sizes.groups / sizes.experts))) == 0u) {
      if (!zero_dropped) {
        continue;
      }
      score = 0.0;
    }
    if (follows(score, i32(expert), last) && (best.index < 0 || score > best.score)) {
      best = Pick(score, i32(expert));
    }
  }
  return best;
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let token = (group.x + sizes.origin.x) * 64u + index;
  if (token >= sizes.tokens) {
    return;
  }
  let at = token * sizes.experts;
  let slot = token * sizes.slots;

  var highest = lowest;
  for (var expert = 0u; expert < sizes.experts; expert++) {
    highest = max(highest, logits[at + expert]);
  }
  var powers = 0.0;
  for (var expert = 0u; expert < sizes.experts; expert++) {
    let power = exp(logits[at + expert] - highest);
    scores[at + expert] = power;
    powers += power;
  }
  var total = 0.0;
  for (var expert = 0u; expert < sizes.experts; expert++) {
    let score = select(scores[at + expert] / powers, sigmoid(logits[at + expert]), sigmoid_scores);
    scores[at + expert] = score;
    total += score;
  }
  sums[token] = vec2f(total, highest + log(powers));

  var groups = 0xffffffffu;
  if (grouped) {
    groups = best_groups(at);
  }
  kept[token] = groups;

  var count = 0u;
  var last = Pick(0.0, -1);
  var reached = 0.0;
  for (; count < sizes.slots; count++) {
    if (adaptive && count > 0u && reached >= sizes.enough) {
      break;
    }
    let best = next_best(at, groups, last);
    if (best.index < 0) {
      break;
    }
    chosen[slot + count] = best.index;
    reached += exp(logits[at + u32(best.index)] - highest) / powers;
    last = best;
  }

  var top = lowest;
  for (var i = 0u; i < count; i++) {
    top = max(top, logits[at + u32(chosen[slot + i])]);
  }
  var sum = 0.0;
  for (var i = 0u; i < count; i++) {
    let expert = at + u32(chosen[slot + i]);
    var weight = scores[expert];
    if (normalised && !sigmoid_scores) {
      weight = exp(logits[expert] - top);
    }
    weights[slot + i] = weight;
    sum += weight;
  }
  var factor = sizes.scale;
  if (normalised) {
    factor = select(0.0, sizes.scale / sum, sum > 0.0);
  }
  for (var i = 0u; i < sizes.slots; i++) {
    if (i < count) {
      weights[slot + i] *= factor;
    } else {
      weights[slot + i] = 0.0;
      chosen[slot + i] = -1;
    }
  }
}
