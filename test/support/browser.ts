import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureBrowser } from '../../tools/support/ensure-browser.mjs';
import { atEnd } from '../../tools/support/lifetime.mjs';

export interface OpenBrowser {
  readonly newPage: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

export interface BrowserOptions {
  /** WebGPU on a software adapter, the same on every machine; without it there is no adapter at all. */
  readonly gpu?: boolean;
}

// No look-ups, no first-run pages. Only pages of our own are opened, so the sandbox, which containers often lack,
// guards nothing here.
const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
const softwareGpu = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--disable-gpu-watchdog'];

/** Starts a headless browser with a fresh profile, which is deleted with it. */
export async function openBrowser({ gpu = true }: BrowserOptions = {}): Promise<OpenBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [...quiet, '--disable-sync', ...(gpu ? softwareGpu : ['--disable-gpu'])],
    chromiumSandbox: false,
    timeout: 120_000,
    // Signals are ours to answer: the server goes before the folders do.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const close = atEnd(() => browser.close());
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return { newPage: () => context.newPage(), close };
}
