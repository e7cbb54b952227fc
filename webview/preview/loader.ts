// Runs in every preview of markdown that VS Code opens: looks for demos, and loads what shows them when there is one.
import { onceLoaded } from './once-loaded';

const here = (document.currentScript as HTMLScriptElement).src;
let isLoaded = false;

function look(): void {
  if (isLoaded || !document.querySelector('.coursewright-demo')) return;
  isLoaded = true;
  filled.disconnect();
  onceLoaded(() => void import(new URL('preview.js', here).href));
}

// The page is filled once without a word, and tells of all that comes after.
const filled = new MutationObserver(look);
filled.observe(document.body, { childList: true });
addEventListener('vscode.markdown.updateContent', look);
look();
