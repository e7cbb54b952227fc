import { demoKinds } from '../../src/core/demos/demo-kind';
import { say } from '../../src/core/l10n/say';
import type { DemoSubject, PanelRequests } from '../../src/protocol';
import { DemoPanel, type DemoPanelHost } from '../demos/demo-panel';
import { element } from '../dom';
import { currentTheme } from '../theme';

/** How far below and above the page a demo begins to be computed. */
const ahead = '200px';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

interface Part {
  readonly panel: DemoPanel;
  /** Puts it in the place of the fence's text. */
  readonly reveal: () => Promise<void>;
  readonly index: number;
  visible: boolean;
  /** The data files that the page had when the demo was shown last. */
  files: string | undefined;
}

/**
 * The demos of a preview of markdown. Each stands in a shadow tree of the block that the page has for its fence: the
 * preview's styles do not reach it, and the preview, which makes its page like the new one at every edit, sees only the
 * fence's text, so that what a reader has chosen stays.
 */
export class PreviewDemos {
  readonly #style: string;
  readonly #parts = new Map<Element, Part>();
  readonly #sight = new IntersectionObserver((entries) => this.#seen(entries), {
    root: document,
    rootMargin: `${ahead} 0px`,
  });
  #made = 0;

  /** @param style address of the styles of a demo */
  constructor(style: string) {
    this.#style = style;
  }

  /** Takes the page as it is now. */
  update(): void {
    for (const [block, { panel }] of this.#parts) {
      if (block.isConnected) continue;
      panel.dispose();
      this.#sight.unobserve(block);
      this.#parts.delete(block);
    }
    for (const block of document.querySelectorAll<HTMLElement>('.coursewright-demo')) {
      const part = this.#parts.get(block);
      if (!part) this.#add(block);
      else if (part.visible) this.#show(block, part);
    }
  }

  retheme(): void {
    for (const { panel } of this.#parts.values()) panel.retheme();
  }

  #add(block: HTMLElement): void {
    const panel = new DemoPanel(hostOf(block));
    const style = element('link', { rel: 'stylesheet', href: this.#style });
    const fence = element('slot');
    const holder = element('div', { class: 'previewed', hidden: true }, panel.root);
    const styled = new Promise((loaded) => style.addEventListener('load', loaded));
    // The fence's text stands until the demo can be seen as it is meant to be.
    const reveal = async () => {
      await styled;
      holder.hidden = false;
      fence.remove();
    };
    block.attachShadow({ mode: 'open' }).append(style, fence, holder);
    this.#parts.set(block, { panel, reveal, index: this.#made++, visible: false, files: block.dataset.files });
    this.#sight.observe(block);
  }

  #show(block: HTMLElement, part: Part): void {
    const { panel, reveal, index } = part;
    const demo = demoKinds.find((kind) => kind === block.dataset.demo);
    if (!demo) return;
    const text = block.querySelector('code')?.textContent ?? '';
    const subject: DemoSubject = {
      ...{ kind: 'demo', demo, text, index, uri: '', version: 0 },
      ...{ range: nowhere, contentRange: nowhere },
    };
    void panel.show(subject, true).then(reveal);
    if (part.files === block.dataset.files) return;
    part.files = block.dataset.files;
    panel.dataChanged();
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const part = this.#parts.get(target);
      if (!part) continue;
      part.visible = isIntersecting;
      if (isIntersecting) this.#show(target as HTMLElement, part);
    }
  }
}

/** A preview has no line to the extension: nothing is written, saved or read through it, and data files stand in the page. */
function hostOf(block: HTMLElement): DemoPanelHost {
  return {
    theme: currentTheme,
    say: () => undefined,
    readOnlyWords: {
      shown: '',
      turned: say`Only this picture changes. In the Coursewright panel a knob is written into the text.`,
    },
    request: async (method, params) => {
      if (method !== 'readData') throw new Error(say`The Coursewright panel does this.`);
      const { path } = params as PanelRequests['readData']['params'];
      const files = JSON.parse(block.dataset.files ?? '{}') as Readonly<
        Record<string, PanelRequests['readData']['result']>
      >;
      return (files[path] ?? null) as never;
    },
  };
}
