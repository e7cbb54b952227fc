import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { show } from './course';

describe('The extension', () => {
  it('is active once a markdown file is open', async () => {
    const extension = vscode.extensions.getExtension('coursewright.coursewright');
    assert.ok(extension);
    await show('README.md');
    await until(() => extension.isActive, 'activation');
  });
});
