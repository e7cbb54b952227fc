import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { copyFolder } from '../support/copy-folder';
import { held } from '../support/held';

const cli = resolve('dist/cli.js');
const [advance, leading, margin] = [7.9, 20, 16];

/** A terminal in VS Code's own colours, prompts bolder than answers. */
function terminal(lines: readonly string[]): string {
  const width = Math.ceil(Math.max(...lines.map(({ length }) => length)) * advance) + 2 * margin;
  const height = lines.length * leading + 2 * margin;
  const rows = lines.map((line, i) => {
    const weight = line.startsWith('$ ') ? ' font-weight="bold"' : '';
    const text = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `    <text x="${margin}" y="${margin + leading * i + 14}"${weight} xml:space="preserve">${text}</text>\n`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n`,
    '  <title>Coursewright on the command line</title>\n',
    '  <rect width="100%" height="100%" rx="6" fill="var(--vscode-editorWidget-background, #f3f3f3)"/>\n',
    '  <g font-family="monospace" font-size="13" fill="var(--vscode-foreground, #3b3b3b)">\n',
    ...rows,
    '  </g>\n</svg>\n',
  ].join('');
}

describe('The picture of the command line in the walkthrough', () => {
  it('shows what the command line says', function () {
    this.timeout(120_000);
    const folder = copyFolder(resolve('test/support/workspace'));
    try {
      const typed = (...args: string[]) => {
        const { stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' });
        assert.equal(stderr, '');
        return [`$ npx coursewright ${args.join(' ')}`, ...stdout.trimEnd().split('\n'), ''];
      };
      const lines = [...typed('check', '.'), ...typed('check', '.', '--fix')];
      assert.match(lines.join('\n'), /2 errors[\s\S]*0 errors, 0 warnings, 2 fixed/);
      held('media/walkthrough/command-line.svg', () => terminal(lines.slice(0, -1)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
