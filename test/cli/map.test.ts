import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const cli = resolve('dist/cli.js');

describe('coursewright map', function () {
  this.timeout(180_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, 'terms.md'), '# Glossary\n\n- **🧠 Mixture of Experts (MoE):** Routes tokens.\n');
    writeFileSync(join(folder, 'a.md'), '# A\n\n```mermaid\nflowchart LR\n  A[Attention] -->|feeds| MoE\n```\n');
    writeFileSync(
      join(folder, 'b.mmd'),
      'flowchart LR\n  A["Mixture of Experts"] -->|has| R["路由器 \'x\' [y] 🧭"]\n  Y["مرحبا"] --> A\n',
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'map', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.doesNotMatch(stderr, /^\s+at /m, 'no stack');
    return { status, out: stdout, err: stderr };
  };

  it('prints Mermaid that it accepts itself', () => {
    const { status, out, err } = run('.');
    assert.deepEqual({ status, err }, { status: 0, err: '' });
    assert.equal(
      out,
      [
        ...[
          'flowchart TD',
          '  n1["Attention"]',
          '  n2["Mixture of Experts"]',
          '  n3["路由器 \'x\' [y] 🧭"]',
          '  n4["مرحبا"]',
        ],
        ...['  n1 -->|"feeds"| n2', '  n2 -->|"has"| n3', '  n4 --> n2', ''],
      ].join('\n'),
    );
    const checked = spawnSync(process.execPath, [cli, 'check', '-', '--stdin-path', 'map.mmd'], {
      cwd: folder,
      input: out,
      encoding: 'utf8',
    });
    assert.deepEqual([checked.status, checked.stdout], [0, '1 file, 1 diagram, 0 errors, 0 warnings\n']);
  });

  it('prints JSON as its contract says, of the named files alone, with the terms of the whole course', () => {
    const { nodes, edges } = JSON.parse(run('a.md', '--format', 'json').out);
    assert.deepEqual(
      nodes.map(({ id, label, term }: Record<string, unknown>) => [id, label, term]),
      [
        ['attention', 'Attention', null],
        ['MoE', 'MoE', 'Mixture of Experts'],
      ],
    );
    assert.deepEqual(edges, [
      {
        from: 'attention',
        to: 'MoE',
        labels: ['feeds'],
        sources: [{ path: 'a.md', range: { start: { line: 4, character: 2 }, end: { line: 4, character: 29 } } }],
      },
    ]);
  });

  it('prints GraphML and DOT', () => {
    assert.match(run('.', '--format', 'graphml').out, /^<\?xml.*<edge id="e3" source="مرحبا" target="MoE">/s);
    assert.match(
      run('.', '--format', 'dot').out,
      /^digraph "Course map" \{.*"attention" -> "MoE" \[label="feeds"\];.*\}\n$/s,
    );
  });

  it('draws every node and arrow of the map', () => {
    const svg = run('.', '--format', 'svg').out;
    const { nodes, edges } = JSON.parse(run('.', '--format', 'json').out);
    assert.equal(svg.match(/class="pele-node /g)!.length, nodes.length);
    assert.equal(svg.match(/class="pele-edge"/g)!.length, edges.length);
    for (const { label } of nodes)
      assert.ok(svg.includes(label.replaceAll("'", '&#39;')) || svg.includes(label), label);
    assert.doesNotMatch(svg, /var\(|url\(|http(?!:\/\/www\.w3\.org)/);
  });

  it('keeps a neighbourhood, and edges by their labels', () => {
    assert.match(run('.', '--around', 'attention').out, /^flowchart TD\n.*\n.*\n {2}n1 -->\|"feeds"\| n2\n$/);
    assert.match(run('.', '--around', 'attention', '--hops', '2').out, /مرحبا/);
    assert.match(run('.', '--edge', 'HAS').out, /^flowchart TD\n.*\n.*\n {2}n1 -->\|"has"\| n2\n$/);
  });

  it('lists what to read between two concepts, and draws it', () => {
    assert.deepEqual(run('.', '--path', 'attention', 'mixture of experts'), {
      status: 0,
      out: '1. Attention\n   drawn   a.md:5:3\n   → feeds\n2. Mixture of Experts\n   defined terms.md:3:8\n   drawn   a.md:5:27\n   drawn   b.mmd:2:3\n',
      err: '',
    });
    assert.match(run('--path', 'MoE', 'Attention', '.').out, /^No arrows lead all the way.*← feeds/s);
    assert.match(
      run('.', '--path', 'attention', 'MoE', '--format', 'mermaid').out,
      /^flowchart TD\n.*\n.*\n.*feeds.*\n$/,
    );
  });

  it('lists the lessons to read between two terms, drawn or not', () => {
    const course = join(folder, 'course');
    mkdirSync(course);
    writeFileSync(join(course, '1-heads.md'), '# Heads\n\n## Key terms\n\n- **Attention Head:** Looks.\n');
    writeFileSync(
      join(course, '2-cache.md'),
      '# Caching\n\nOf each attention head.\n\n## Key terms\n\n- **KV Cache:** Kept.\n',
    );
    writeFileSync(join(course, 'glossary.md'), '# Glossary\n\n- **Logit (LG):** A score.\n');
    writeFileSync(join(course, '3-end.md'), '---\nneeds: [Caching]\n---\n# The end\n\nThe KV cache.\n');
    assert.deepEqual(run('course', '--path', 'Attention Head', 'The end'), {
      status: 0,
      out: 'To read after Heads (course/1-heads.md):\n1. Caching (course/2-cache.md)\n   for KV Cache\n2. The end (course/3-end.md)\n',
      err: '',
    });
    assert.deepEqual(run('course', '--path', 'The end', 'KV Cache'), {
      status: 0,
      out: 'Nothing is left to read: The end (course/3-end.md) needs it all itself.\n',
      err: '',
    });
    assert.deepEqual(run('course', '--path', 'heads', 'Attention Head'), {
      status: 0,
      out: 'Nothing is left to read: both are of one lesson (course/1-heads.md).\n',
      err: '',
    });
    for (const [ends, says] of [
      [['Attention Head', 'KV Cahce'], 'shows “KV Cahce”, and no lesson is called so; did you mean “KV Cache”?\n'],
      [['Cachings', 'KV Cache'], 'shows “Cachings”, and no lesson is called so; did you mean “Caching”?\n'],
      [
        ['KV Cache', 'Logit'],
        'shows “Logit”, and no lesson introduces it; its definition stands in course/glossary.md\n',
      ],
      [['LG', 'KV Cache'], 'shows “LG”, and no lesson introduces it; its definition stands in course/glossary.md\n'],
      [['KV Cache', 'Zebra'], 'shows “Zebra”, and no lesson is called so\n'],
    ] as const) {
      const found = run('course', '--path', ...ends);
      assert.deepEqual([found.status, found.out], [2, '']);
      assert.ok(found.err.endsWith(says), found.err);
    }
    rmSync(course, { recursive: true });
  });

  const refused: readonly (readonly [args: readonly string[], status: number, says: RegExp])[] = [
    [
      ['.', '--path', 'Attension', 'MoE'],
      2,
      /no diagram of these files shows “Attension”, and no lesson is called so; did you mean “Attention”\?\n$/,
    ],
    [['.', '--around', 'zebra'], 2, /no diagram of these files shows “zebra”\n$/],
    [['.', '--path', 'Attention'], 2, /--path takes two names/],
    [
      ['a.md', 'b.mmd', '--path', 'Attention', 'مرحبا', '--edge', 'feeds'],
      2,
      /no diagram of these files shows “مرحبا”/,
    ],
    [['.', '--hops', '2'], 2, /--hops counts from the concept that --around names/],
    [['.', '--around', 'MoE', '--hops', 'two'], 2, /--hops is a whole number/],
    [['.', '--format', 'png'], 2, /--format is mermaid, json, graphml, dot, svg; 'png' is not/],
    [['nowhere'], 2, /nowhere: /],
    [[], 2, /name a file or a folder/],
  ];
  for (const [args, status, says] of refused) {
    it(`refuses ${args.join(' ') || 'nothing'} in a sentence`, () => {
      const found = run(...args);
      assert.equal(found.status, status);
      assert.match(found.err, says);
    });
  }

  it('says when nothing joins two concepts', () => {
    writeFileSync(join(folder, 'alone.mmd'), 'flowchart LR\n  Lonely\n');
    const { status, err } = run('.', '--path', 'Lonely', 'MoE');
    assert.deepEqual(
      { status, err },
      { status: 1, err: 'coursewright: no arrows join “Lonely” and “Mixture of Experts”\n' },
    );
    rmSync(join(folder, 'alone.mmd'));
  });
});
