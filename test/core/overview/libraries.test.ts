import assert from 'node:assert/strict';
import { librariesOf } from '../../../src/core/overview/libraries';
import type { OverviewSource, SourceCode } from '../../../src/core/overview/overview-source';

const librariesIn = (code: readonly SourceCode[], text = '', path = 'a.md') => {
  const source: OverviewSource = {
    name: 'course',
    files: [{ uri: 'file:///a', path, items: [], code, text }],
    terms: [],
    graph: { nodes: [], edges: [] },
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
    ['what readers install', librariesIn([], 'pip install -q "streamlit" torch==2.1 faiss-cpu[gpu]'), []],
    [
      'what readers install, plainly',
      librariesIn([], 'pip install -U torch==2.1 faiss-cpu[gpu]\nnpm install mermaid@12'),
      ['py faiss-cpu', 'js mermaid', 'py torch'],
    ],
    ['no list of requirements', librariesIn([], '`pip install -r requirements.txt` to begin'), []],
  ] as const) {
    it(`knows ${what}`, () => assert.deepEqual(found, right));
  }
});
