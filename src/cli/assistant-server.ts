import { existsSync, statSync } from 'node:fs';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { HumanError } from '../host/human-error';
import { AssistantTools } from './assistant-tools';
import { ownVersion } from './version';

const path = z.string().describe('a file of the course, relative to its folder');
const reads = { readOnlyHint: true, openWorldHint: false };
const writes = { readOnlyHint: false, destructiveHint: false, openWorldHint: false };

/** Serves one course to an assistant by the Model Context Protocol, over standard input and output, until that ends. */
export async function serveAssistant(folder: string): Promise<number> {
  if (!existsSync(folder)) throw new HumanError(`there is no folder ${folder}`);
  if (!statSync(folder).isDirectory()) throw new HumanError(`${folder} is no folder; a whole course is served`);
  const server = createAssistantServer(new AssistantTools(folder));
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((resolve) => {
    transport.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(transport);
  await closed;
  await server.close();
  return 0;
}

function createAssistantServer(tools: AssistantTools): McpServer {
  const server = new McpServer({ name: 'coursewright', version: ownVersion });
  server.registerTool(
    'check_course',
    {
      title: 'Check the course',
      description:
        'What is wrong in an AI course written in markdown: Mermaid diagrams that do not parse, terms in conflict, numbers, links, formulas, claims of demos. Each finding has fixes that were tried; positions are zero-based lines and UTF-16 characters. The hash is needed to apply fixes.',
      inputSchema: { path: path.optional() },
      annotations: reads,
    },
    (given) => answer(tools.check(given.path)),
  );
  server.registerTool(
    'apply_fixes',
    {
      title: 'Apply the safe fixes of a file',
      description:
        'Writes the fixes of a file that cannot alter its meaning. Refused when the file is no longer the one whose hash check_course gave.',
      inputSchema: { path, hash: z.string().describe('the hash of the file, as check_course gave it') },
      annotations: { ...writes, idempotentHint: true },
    },
    (given) => answer(tools.applyFixes(given.path, given.hash)),
  );
  server.registerTool(
    'lookup_term',
    {
      title: 'Look up a term',
      description: 'How the course itself defines a term, an acronym or another name of it, and where.',
      inputSchema: { term: z.string() },
      annotations: reads,
    },
    (given) => answer(tools.lookUp(given.term)),
  );
  server.registerTool(
    'define_term',
    {
      title: 'Define a term',
      description:
        'Adds an entry to a glossary of the course, in the form of its others. Refused when the name or the acronym is taken.',
      inputSchema: {
        term: z.string(),
        acronym: z.string().optional(),
        definition: z.string().describe('one line of markdown'),
        path: path.optional().describe('the glossary to add to; the largest one unless it is named'),
      },
      annotations: writes,
    },
    (given) => answer(tools.define(given)),
  );
  server.registerTool(
    'outline',
    {
      title: 'Outline of a file',
      description: 'Sections, numbered skills, diagrams and demos of a file, with their places.',
      inputSchema: { path },
      annotations: reads,
    },
    (given) => answer(tools.outline(given.path)),
  );
  server.registerTool(
    'run_demo',
    {
      title: 'Run a demo',
      description:
        'Computes demos (attention, moe, mla, scaling-law, transformer and others) by the float64 reference, so that numbers are quoted and not guessed: those of a file, or one given by its kind and its YAML body.',
      inputSchema: {
        path: path.optional(),
        kind: z.string().optional().describe('the name of the demo, as behind the backticks of its fence'),
        body: z.string().optional().describe('the YAML inside its fence'),
      },
      annotations: reads,
    },
    ({ path: file, kind, body }) => {
      if (file !== undefined && kind === undefined && body === undefined) return answer(tools.runDemo({ path: file }));
      if (file === undefined && kind !== undefined) return answer(tools.runDemo({ kind, body: body ?? '' }));
      return answer(Promise.reject(new HumanError('name either a path, or a kind with a body')));
    },
  );
  server.registerTool(
    'course_map',
    {
      title: 'Map of the course',
      description:
        'All diagrams of the course merged into one graph of concepts and arrows, or what surrounds one concept.',
      inputSchema: { around: z.string().optional(), hops: z.number().int().min(0).max(20).optional() },
      annotations: reads,
    },
    (given) => answer(tools.map(given)),
  );
  return server;
}

/** An answer as text; what cannot be asked comes back as a sentence that says why. */
async function answer(asked: Promise<unknown>): Promise<CallToolResult> {
  try {
    const found = await asked;
    return { content: [{ type: 'text', text: typeof found === 'string' ? found : JSON.stringify(found, null, 1) }] };
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    return { isError: true, content: [{ type: 'text', text: error.message }] };
  }
}
