/** What the parts of an overview are called, in their order. */
export const partTitles = {
  tree: 'Skill tree',
  skills: 'Skills, area by area',
  graph: 'How the areas hang together',
  terms: 'Terms',
  python: 'Python libraries',
  script: 'JavaScript libraries',
  mnemonics: 'To remember',
  post: 'In one post',
} as const;
