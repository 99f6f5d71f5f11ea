// Attio's tools as LangChain tools, used by a LangGraph agent whose model is a script.
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, HumanMessage } from '@langchain/core/messages';
import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { MultiServerMCPClient } from '@langchain/mcp-adapters';
import { nextStep, request } from '../lead-triage.mjs';
import { server } from '../server.mjs';

class ScriptedModel extends BaseChatModel {
  constructor() {
    super({});
  }

  _llmType() {
    return 'scripted';
  }

  bindTools() {
    return this;
  }

  async _generate(messages) {
    const answers = messages.filter((message) => message.getType() === 'tool').map((message) => JSON.parse(message.text));
    const step = nextStep(answers);
    const message = step.text
      ? new AIMessage(step.text)
      : new AIMessage({
          content: '',
          tool_calls: [{ id: `call-${answers.length}`, name: step.call.name, args: step.call.arguments, type: 'tool_call' }],
        });
    return { generations: [{ text: message.text, message }] };
  }
}

const where = server();
const client = new MultiServerMCPClient({
  mcpServers: { attio: where.url ? { transport: 'http', url: where.url } : { transport: 'stdio', ...where } },
});
try {
  const tools = await client.getTools();
  console.log(`${tools.length} tools. A person asks: ${request}\n`);
  const agent = createReactAgent({ llm: new ScriptedModel(), tools });
  const { messages } = await agent.invoke({ messages: [new HumanMessage(request)] });
  for (const message of messages) {
    for (const call of message.tool_calls ?? []) {
      console.log(`model calls ${call.name} ${JSON.stringify(call.args)}`);
    }
  }
  console.log(`\nmodel: ${messages.at(-1).text}`);
} finally {
  await client.close();
}
