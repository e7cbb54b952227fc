/** A word or a number that a tool takes, as JSON Schema says it. */
export type ToolParameter = { readonly description: string } & (
  | { readonly type: 'string' }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
);

/** A tool as an assistant is told of it. */
export interface ToolDefinition {
  readonly title: string;
  /** For the model. */
  readonly description: string;
  /** For a person who chooses tools, in one line. */
  readonly summary: string;
  /** Whether it may change a file. */
  readonly writes: boolean;
  readonly parameters: Readonly<Record<string, ToolParameter>>;
  readonly required: readonly string[];
}

const path: ToolParameter = { type: 'string', description: 'a file of the course, relative to its folder' };
const text = (description: string): ToolParameter => ({ type: 'string', description });

/** What an assistant may ask of a course, by whatever way it is offered: by `coursewright mcp`, and by VS Code. */
export const toolDefinitions = {
  check_course: {
    title: 'Check the course',
    description:
      'What is wrong in an AI course written in markdown: Mermaid diagrams that do not parse, terms in conflict, numbers, links, formulas, claims of demos. Each finding has fixes that were tried; positions are zero-based lines and UTF-16 characters. The hash is needed to apply fixes.',
    summary: 'Finds what is wrong in a course, with fixes that were tried.',
    writes: false,
    parameters: { path },
    required: [],
  },
  apply_fixes: {
    title: 'Apply the safe fixes of a file',
    description:
      'Writes the fixes of a file that cannot alter its meaning. Refused when the file is no longer the one whose hash check_course gave.',
    summary: 'Mends what cannot alter the meaning of a file.',
    writes: true,
    parameters: { path, hash: text('the hash of the file, as check_course gave it') },
    required: ['path', 'hash'],
  },
  lookup_term: {
    title: 'Look up a term',
    description: 'How the course itself defines a term, an acronym or another name of it, and where.',
    summary: 'Says how the course defines a term.',
    writes: false,
    parameters: { term: text('its name, its acronym or another name of it') },
    required: ['term'],
  },
  define_term: {
    title: 'Define a term',
    description:
      'Adds an entry to a glossary of the course, in the form of its others. Refused when the name or the acronym is taken.',
    summary: 'Adds a term to the glossary of the course.',
    writes: true,
    parameters: {
      term: text('its name, in plain text'),
      acronym: text('its short form, in plain text'),
      definition: text('one line of markdown'),
      path: { ...path, description: 'the glossary to add to; the largest one unless it is named' },
    },
    required: ['term', 'definition'],
  },
  outline: {
    title: 'Outline of a file',
    description: 'Sections, numbered skills, diagrams and demos of a file, with their places.',
    summary: 'Lists sections, skills, diagrams and demos of a file.',
    writes: false,
    parameters: { path },
    required: ['path'],
  },
  run_demo: {
    title: 'Run a demo',
    description:
      'Computes demos (attention, moe, mla, scaling-law, transformer and others) by the float64 reference, so that numbers are quoted and not guessed: those of a file, or one given by its kind and its YAML body.',
    summary: 'Computes the demos of a file, or one that is not written yet.',
    writes: false,
    parameters: {
      path,
      kind: text('the name of the demo, as behind the backticks of its fence'),
      body: text('the YAML inside its fence'),
    },
    required: [],
  },
  course_map: {
    title: 'Map of the course',
    description:
      'All diagrams of the course merged into one graph of concepts and arrows, or what surrounds one concept.',
    summary: 'Merges the diagrams of the course into one graph.',
    writes: false,
    parameters: {
      around: text('a concept, by its label'),
      hops: { type: 'integer', minimum: 0, maximum: 20, description: 'how many arrows away from it; 1 unless given' },
    },
    required: [],
  },
} as const satisfies Readonly<Record<string, ToolDefinition>>;

export type ToolName = keyof typeof toolDefinitions;

export const toolNames = Object.keys(toolDefinitions) as readonly ToolName[];

/** What a tool takes, as JSON Schema. */
export const inputSchema = ({ parameters, required }: ToolDefinition) => ({
  type: 'object' as const,
  properties: parameters,
  required: [...required],
  additionalProperties: false as const,
});
