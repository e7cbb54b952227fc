import { existsSync, statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { AssistantTools } from '../assistant/assistant-tools';
import { callTool } from '../assistant/call-tool';
import { inputSchema, toolDefinitions, toolNames } from '../assistant/tool-definitions';
import { HumanError } from '../host/human-error';
import { ownWorkers } from '../session/session-workers';
import { ownVersion } from './version';

/** Serves one course to an assistant by the Model Context Protocol, over standard input and output, until that ends. */
export async function serveAssistant(folder: string): Promise<number> {
  if (!existsSync(folder)) throw new HumanError(`there is no folder ${folder}`);
  if (!statSync(folder).isDirectory()) throw new HumanError(`${folder} is no folder; a whole course is served`);
  const asked = new Set<Promise<unknown>>();
  // Each question reads the course anew, but by the same threads: to start them takes longer than to read.
  const { workers, dispose } = ownWorkers('remembered');
  const server = createAssistantServer(new AssistantTools(folder, { workers }), asked);
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((resolve) => {
    transport.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(transport);
  await closed;
  // Who closes standard input still hears what was asked before; a call is begun and an answer written a moment later.
  do {
    await Promise.allSettled(asked);
    await setImmediate();
  } while (asked.size > 0);
  await server.close();
  await dispose();
  return 0;
}

function createAssistantServer(tools: AssistantTools, asked: Set<Promise<unknown>>): Server {
  /** One question after the other: each holds the whole course while it is answered, and some write. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (ask: () => Promise<unknown>): Promise<unknown> => {
    const answer = last.then(ask);
    last = answer.catch(() => {});
    return answer;
  };
  const server = new Server({ name: 'coursewright', version: ownVersion }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: toolNames.map(listed) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    const answered = answer(inTurn(() => callTool(tools, params.name, params.arguments)));
    asked.add(answered);
    const forget = () => asked.delete(answered);
    answered.then(forget, forget);
    return answered;
  });
  return server;
}

function listed(name: (typeof toolNames)[number]) {
  const { title, description, writes } = toolDefinitions[name];
  const hints = writes
    ? { readOnlyHint: false, destructiveHint: false, idempotentHint: name === 'apply_fixes', openWorldHint: false }
    : { readOnlyHint: true, openWorldHint: false };
  return { name, title, description, inputSchema: inputSchema(toolDefinitions[name]), annotations: hints };
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
