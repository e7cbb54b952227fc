import type { DemoKind } from './demo-kind';

/** A small whole demo of each kind, to begin with: what to fill in stands in `‹…›`. */
export const demoSketches: Readonly<Record<DemoKind, string>> = {
  attention: 'text: ‹the cat sat on the mat›\nheads: ‹2›\ncausal: ‹true›',
  moe: 'preset: ‹mixtral›\ntokens: ‹16›',
  mla: 'preset: ‹deepseek-v3›\nagainst: {kind: ‹mha›}',
  'scaling-law': 'fit: ‹hoffmann-2022›\ncompute: ‹1e21›',
  transformer: 'model: ‹course-nano›\ntext: ‹The router sends each token to›\nlayer: ‹0›',
  sampling: 'samples: ‹200›\ncorrect: ‹20›\nk: ‹10›\nverifier: ‹0.9›',
  collective: 'operation: ‹all-reduce›\nbytes: ‹1e9›\ntopology: {preset: ‹dgx-h100›, nodes: ‹4›}',
  'multi-token': 'acceptance: ‹0.8›\ndraft: ‹4›\ndraft_cost: ‹0.05›',
  'loss-curve': 'steps: ‹400›\nbad_batches: ‹[220]›\nrespond: ‹wait›',
  'model-size': 'preset: ‹llama-3-8b›\noptimizer: ‹adam›\ndevices: ‹64›\nzero: ‹1›',
  precision: 'format: ‹fp8-e4m3›\nvalues: [‹0.1, 448, 70000›]\nscaling: ‹block›\naccumulate: ‹14›',
  growth:
    'from: ‹2024›\nquantities:\n  - {name: ‹models›, times: ‹410›, years: ‹2›, source: ‹where the rate is from›}\nlimits:\n  - {name: ‹the wall›, quantity: ‹models›, at: ‹1e6›, source: ‹where the value is from›}',
  compute: 'id: ‹cache›\nlet:\n  - layers = ‹61›\n  - width = ‹576›\n  - cache [bytes] = layers * width * 2 bytes',
};
