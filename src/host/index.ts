export { createMermaidJudge, type MermaidJudgeOptions, MermaidUnavailable } from './mermaid-judge';
