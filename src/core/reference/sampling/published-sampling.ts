/** What a paper gives of more thinking: many answers at once, or one that is longer. */
export interface PublishedSampling {
  readonly how: 'parallel' | 'sequential';
  /** Who chooses among the answers, or what makes one longer. */
  readonly method: string;
  readonly model: string;
  readonly task: string;
  /** Right answers of a hundred, without and with it. */
  readonly from: number;
  readonly to: number;
  /** Answers drawn a task; absent where one is made longer. */
  readonly answers?: number;
  readonly source: string;
}

/** Points of papers whose text is open, as they print them. */
export const publishedSampling: readonly PublishedSampling[] = [
  {
    ...{ how: 'parallel', method: 'any right answer, by unit tests', model: 'DeepSeek-Coder-V2-Instruct' },
    ...{ task: 'SWE-bench Lite', from: 15.9, to: 56, answers: 250 },
    source: 'Brown et al. 2024, arXiv 2407.21787, abstract',
  },
  {
    ...{ how: 'parallel', method: 'majority vote', model: 'DeepSeek-R1-Zero' },
    ...{ task: 'AIME 2024', from: 71, to: 86.7, answers: 64 },
    source: 'DeepSeek-R1, arXiv 2501.12948v1, table 2',
  },
  {
    ...{ how: 'sequential', method: 'budget forcing: “Wait” in place of the end', model: 's1-32B' },
    ...{ task: 'AIME 2024', from: 50, to: 57 },
    source: 'Muennighoff et al. 2025, arXiv 2501.19393, abstract',
  },
];
