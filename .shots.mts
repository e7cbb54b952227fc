import { openBrowser } from './test/support/browser';
import { PanelPage, servePanel } from './test/support/panel-page';

const fence = (kind: string, body: string) => `# Lesson\n\n\`\`\`${kind}\n${body}\n\`\`\`\n`;
const [browser, served] = await Promise.all([openBrowser(), servePanel()]);
const jobs = JSON.parse(process.argv[2]!) as [string, string, string, number, number, string?, string?][];
for (const [name, kind, body, width, height, theme, action] of jobs) {
  const page = await browser.newPage();
  await page.setViewportSize({ width, height });
  const panel = await PanelPage.open(page, served.url((theme ?? 'dark') as never));
  await panel.show(fence(kind, body));
  await page.waitForSelector('.demo:not([aria-busy]) .demo-view > *', { timeout: 60000 });
  if (action) await page.evaluate(action);
  await new Promise((r) => setTimeout(r, 2500));
  await page.screenshot({ path: `/tmp/shots/${name}.png` });
  console.log(name, await page.locator('.proof').textContent(), panel.complaints);
  await page.close();
}
await browser.close();
await served.close();
