import assert from 'node:assert/strict';
import { librariesOf } from '../../../src/core/overview/libraries';
import { manifestPackages } from '../../../src/core/overview/manifest';
import type { OverviewSource, SourceCode } from '../../../src/core/overview/overview-source';
import { saidOf } from '../../../src/core/overview/said-of';

const librariesIn = (code: readonly SourceCode[], text = '', path = 'a.md') => {
  const source: OverviewSource = {
    name: 'course',
    files: [
      { uri: 'file:///a', path, items: [], passages: [{ title: null, anchor: null, line: 0, code, prose: text }] },
    ],
    terms: [],
    graph: { nodes: [], edges: [] },
    manifests: [],
    translations: [],
  };
  return librariesOf(source).map(({ language, name }) => `${language === 'Python' ? 'py' : 'js'} ${name}`);
};
const python = (text: string) => librariesIn([{ language: 'python', text }]);
const script = (text: string) => librariesIn([{ language: 'ts', text }]);

describe('librariesOf', () => {
  for (const [what, found, right] of [
    ['imports', python('import torch\nfrom transformers.models import x\n'), ['py torch', 'py transformers']],
    ['several on a line', python('import numpy as np, pandas as pd'), ['py numpy', 'py pandas']],
    ['an import in a prompt', python('>>> import jax'), ['py jax']],
    ['packages of another name', python('import cv2\nfrom PIL import Image'), ['py opencv-python', 'py pillow']],
    ['no module of the standard library', python('import os, sys\nfrom collections import deque'), []],
    ['no module of the package itself', python('from . import x\nfrom .y import z'), []],
    ['no word in prose', python('# we import nothing from here'), []],
    ['no file of the course', librariesIn([{ language: 'python', text: 'import helper' }], '', 'helper.py'), []],
    [
      'modules of JavaScript',
      script("import x from 'three'\nconst y = require('@tensorflow/tfjs/dist/x')"),
      ['js @tensorflow/tfjs', 'js three'],
    ],
    [
      'no module of the platform or of the author',
      script("import 'node:fs'; import fs from 'fs'; import z from './z'"),
      [],
    ],
    ['no code of another language', librariesIn([{ language: 'go', text: 'import torch' }]), []],
    [
      'what readers install by a command',
      librariesIn([
        { language: 'bash', text: '$ pip install -q "streamlit" torch==2.1 faiss-cpu[gpu]\nnpm i mermaid@12' },
      ]),
      ['py faiss-cpu', 'js mermaid', 'py streamlit', 'py torch'],
    ],
    ['a command in a notebook', python('%pip install -q langfuse && pip install einops'), ['py einops', 'py langfuse']],
    ['a command named in prose', librariesIn([], 'Run `pip install -U torch` first.'), ['py torch']],
    ['no word of a sentence', librariesIn([], 'We pip install it because we use it; pip install is not enough.'), []],
    ['no list of requirements', librariesIn([], '`pip install -r requirements.txt` to begin'), []],
    ['one package in all its spellings', python('import llama_index\n%pip install llama-index'), ['py llama-index']],
    [
      'no module that readers write themselves',
      librariesIn([{ language: 'py', text: 'from retriever import x' }], 'Save it as `retriever.py`.'),
      [],
    ],
    [
      'names in prose',
      librariesIn([], 'PyTorch and TensorFlow.js, not Keras-like'),
      ['js @tensorflow/tfjs', 'py torch'],
    ],
    ['no standard module that is told to be installed', python('%pip install base64'), []],
  ] as const) {
    it(`knows ${what}`, () => assert.deepEqual(found, right));
  }
});

describe('manifestPackages', () => {
  for (const [path, text, names] of [
    [
      'requirements.txt',
      '# needed\ntorch>=2\nstreamlit\n-r other.txt\nfaiss-cpu[gpu] ; x\nhttps://e.org/a.whl\n',
      ['torch', 'streamlit', 'faiss-cpu'],
    ],
    ['lab/package.json', '{"dependencies":{"three":"1"},"devDependencies":{"vite":"2"}}', ['three', 'vite']],
    ['package.json', '{"dependencies":', []],
    [
      'pyproject.toml',
      '[project]\nname = "x"\ndependencies = [\n  "torch[gpu]>=2",\n  \'numpy\',\n]\nscripts = ["no"]\n[project.optional-dependencies]\ndev = ["pytest"]\n[tool.poetry.dependencies]\npython = "^3"\njax = "*"\n[tool.ruff]\nselect = ["E"]\n',
      ['torch', 'numpy', 'pytest', 'jax'],
    ],
  ] as const) {
    it(`reads ${path}`, () => assert.deepEqual(manifestPackages(path, text).names, names));
  }
});

describe('saidOf', () => {
  const said = (prose: string) =>
    saidOf(['torch', 'PyTorch'], [{ title: null, anchor: null, line: 0, code: [], prose }]);
  for (const [prose, right] of [
    ['Hello. **PyTorch** is a library for tensors. It is fast.', 'PyTorch is a library for tensors.'],
    ['We like PyTorch. It is fast.', undefined],
    ['What PyTorch is good for.', undefined],
  ] as const) {
    it(`finds ${right ?? 'nothing'} in “${prose}”`, () => assert.equal(said(prose), right));
  }
});
