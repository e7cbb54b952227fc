import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Frame } from 'playwright-core';
import type { DemoHost } from '../../src/core/demos/demo-definition';
import { demoFences } from '../../src/core/demos/demo-fence';
import { parseCourseDocument } from '../../src/core/parse-course-document';
import { bareHost, checked } from '../support/demos';
import { shippedModels } from '../support/models';
import { until } from '../support/until';
import type { Workbench } from '../support/workbench';
import { type DrivenDemo, drivenDemos } from './driven-demos';
import { laboratory, type Opening, openCourse } from './installed';

const firstFile = 'demos.md';
const inLaboratory = (path: string): string => readFileSync(join(laboratory, path), 'utf8');
const host: DemoHost = { ...bareHost, models: shippedModels, readData: async (path) => inLaboratory(path) };

interface Machine extends Opening {
  readonly theme: string;
  /** What the badge says. */
  readonly badge: RegExp;
  /** Whether the device goes before each demo is driven. */
  readonly loses?: boolean;
}

/** What the badge says of a demo that is arithmetic alone. */
const onProcessor = /^Ran on the CPU: computed in float64/;
const onAdapter = /^WebGPU on .*SwiftShader.*: (equal to|at most (?<apart>\S+) from) the float64 reference/i;
const machines: Readonly<Record<string, Machine>> = {
  'on a software adapter': { theme: 'Dark Modern', badge: onAdapter },
  'after the loss of its device': { theme: 'Light Modern', badge: onAdapter, loses: true },
  'without an adapter': {
    ...{ theme: 'Default High Contrast', gpu: false },
    badge: /^Ran on the CPU: WebGPU (found no adapter|is not available)/,
  },
};

/** Keeps every device that a page opens, so that it can be destroyed. Text, since the compiler's helpers are not there. */
const keepDevices = `
  globalThis.devices = [];
  if (globalThis.GPUAdapter) {
    const request = GPUAdapter.prototype.requestDevice;
    GPUAdapter.prototype.requestDevice = async function (...options) {
      const device = await request.apply(this, options);
      globalThis.devices.push(device);
      return device;
    };
  }`;

for (const [where, machine] of Object.entries(machines)) {
  describe(`The demos, ${where}`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openCourse(laboratory, firstFile, { ...machine, script: keepDevices });
      await workbench.goTo(3);
      await workbench.command('Coursewright: Open Panel');
    });
    after(() => workbench?.close());

    let open = firstFile;
    for (const demo of drivenDemos) {
      const { file = firstFile, kind } = demo;
      it(`${kind}${file === firstFile ? '' : ` of ${file}`} goes with its fence both ways and shows what the reference says`, async () => {
        if (file !== open) await workbench.open(file);
        open = file;
        await new Drive(workbench, machine, demo).all();
      });
    }

    it('throws nothing at the reader', async () => {
      assert.deepEqual(await workbench.complaints(), []);
    });
  });
}

/** Drives one demo in an open window. */
class Drive {
  readonly #workbench: Workbench;
  readonly #machine: Machine;
  readonly #demo: DrivenDemo;
  readonly #file: string;
  readonly #source: string;
  readonly #line: number;
  /** Where the knob's value begins in its line, one-based. */
  readonly #column: number;
  #panel!: Frame;

  constructor(workbench: Workbench, machine: Machine, demo: DrivenDemo) {
    this.#workbench = workbench;
    this.#machine = machine;
    this.#demo = demo;
    this.#file = demo.file ?? firstFile;
    const source = inLaboratory(this.#file);
    this.#source = source;
    const start = source.indexOf(`\n${demo.knob.key}: `, source.indexOf(`\`\`\`${demo.kind}\n`)) + 1;
    this.#line = source.slice(0, start).split('\n').length;
    this.#column = demo.knob.key.length + 3;
  }

  async all(): Promise<void> {
    const { kind, knob } = this.#demo;
    const { page } = this.#workbench;
    await this.#workbench.goTo(this.#line, this.#column);
    this.#panel = await this.#workbench.webview(`.demo[data-demo="${kind}"] .demo-view > *`);
    await this.#panel.locator('.number-table:not([open]) > summary').evaluateAll((all) => {
      for (const summary of all) (summary as HTMLElement).click();
    });
    await this.#proven();
    const lost = this.#machine.loses && !this.#demo.arithmetic ? await this.#loseDevices() : 0;
    await this.#shows(knob.value);
    await this.#workbench.screenshot(
      `demo-${kind}${this.#file === firstFile ? '' : '-recorded'}-${this.#machine.theme.toLowerCase().replaceAll(' ', '-')}`,
    );

    await page.keyboard.type('1');
    await this.#shows(Number(`1${knob.value}`));
    await page.keyboard.press('Control+Z');
    await this.#shows(knob.value);

    await this.#turn(knob.turnedTo);
    await this.#shows(knob.turnedTo);
    await this.#proven();
    if (lost > 0) assert.ok((await this.#devices()) > lost, 'a new device was opened');
    await this.#inSource(knob.turnedTo);
    await this.#workbench.goTo(this.#line, this.#column);
    await this.#workbench.save(this.#file, (saved) => saved === this.#text(knob.turnedTo));
    await page.keyboard.press('Control+Z');
    await this.#inSource(knob.value);
    await this.#workbench.save(this.#file, (saved) => saved === this.#source);
    await this.#shows(knob.value);
  }

  /** The file with the knob at a value, all else as it was. */
  #text(value: number): string {
    const { key, value: before } = this.#demo.knob;
    const lines = this.#source.split('\n');
    lines[this.#line - 1] = lines[this.#line - 1]!.replace(`${key}: ${inFence(before)}`, `${key}: ${inFence(value)}`);
    return lines.join('\n');
  }

  /** Waits until the knob stands at a value and the panel shows the numbers of the reference for it. */
  async #shows(value: number): Promise<void> {
    const { kind, knob, expected, shown } = this.#demo;
    const text = this.#text(value);
    const { demo } = demoFences(parseCourseDocument({ uri: 'file:///demos.md', text, version: 1 }, 'markdown')).find(
      (one) => one.demo.kind === kind,
    )!;
    const { results, problems } = await checked(kind, demo.text, host);
    assert.deepEqual(problems, []);
    const wanted = expected(results!);
    assert.ok(wanted.length > 0);
    let found: string[] = [];
    await until(
      async () => {
        found = await shown(this.#panel);
        return isDeepStrictEqual(found, wanted) && Number(await this.#knob().inputValue()) === value;
      },
      () => `${kind} with ${knob.key} ${value} to show ${wanted}; it shows ${found}`,
    );
  }

  async #proven(): Promise<void> {
    const wanted = this.#demo.arithmetic ? onProcessor : this.#machine.badge;
    let said = '';
    await until(
      async () => {
        said = (await this.#panel.locator('.demo .proof p').textContent()) ?? '';
        return wanted.test(said);
      },
      () => `the badge to say ${wanted}; it says ${said}`,
    );
    const apart = wanted.exec(said)?.groups?.apart;
    assert.ok(apart === undefined || Number(apart) < 1e-4, said);
  }

  /** Destroys every device that the demos have opened, as a driver does that is reset, and says how many. */
  async #loseDevices(): Promise<number> {
    const reasons = await this.#panel.evaluate(async () => {
      const { devices } = globalThis as unknown as { devices: GPUDevice[] };
      for (const device of devices) device.destroy();
      return (await Promise.all(devices.map(({ lost }) => lost))).map(({ reason }) => reason);
    });
    assert.ok(reasons.length > 0, 'a device was opened');
    return reasons.length;
  }

  #devices(): Promise<number> {
    return this.#panel.evaluate(() => (globalThis as unknown as { devices: unknown[] }).devices.length);
  }

  async #turn(value: number): Promise<void> {
    const knob = this.#knob();
    await knob.fill(`${value}`);
    await knob.press('Enter');
  }

  /** Waits until the editor shows the knob's line with a value. */
  #inSource(value: number): Promise<void> {
    const text = `${this.#demo.knob.key}:\\s${inFence(value).replace('.', '\\.')}(\\s|$)`;
    return this.#workbench
      .editor()
      .locator('.view-line')
      .filter({ hasText: new RegExp(text) })
      .first()
      .waitFor();
  }

  #knob() {
    return this.#panel.locator(`[data-path="${this.#demo.knob.key}"] input[type="number"]`);
  }
}

/** A number as it stands in a fence. */
const inFence = (value: number): string => `${value}`.replace('e+', 'e');
