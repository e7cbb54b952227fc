import assert from 'node:assert/strict';
import { english, keyOf, said, say, sourceLanguage, speak, spokenLanguage } from '../../../src/core/l10n/say';

describe('say', () => {
  afterEach(() => speak(sourceLanguage));

  const missing = (name: string, line: number) => say`There is no file ${name} in line ${line}.`;

  it('says the English sentence where no language was set', () => {
    assert.equal(missing('a.md', 3), 'There is no file a.md in line 3.');
    assert.equal(say`Close`, 'Close');
    assert.equal(spokenLanguage().name, 'en');
  });

  it('says what the language has for the sentence, its values where the language wants them', () => {
    speak({ name: 'xx', sentences: { 'There is no file {0} in line {1}.': 'Zeile {1}: {0} fehlt, wirklich {0}.' } });
    assert.equal(missing('a.md', 3), 'Zeile 3: a.md fehlt, wirklich a.md.');
    assert.equal(say`Close`, 'Close', 'what the language lacks is said in English');
  });

  it('translates no value, and puts none of its signs to use', () => {
    speak({ name: 'xx', sentences: { Close: 'Zu', 'It says {0} and {1}.': '{1} sagt es nach {0}.' } });
    assert.equal(say`It says ${'Close'} and ${'{0} $& $1'}.`, '{0} $& $1 sagt es nach Close.');
  });

  it('takes braces in a sentence for themselves, unless a value has the number', () => {
    speak({ name: 'xx', sentences: { 'Write { } and {7} of {0}': 'Von {0}: { } und {7}' } });
    assert.equal(say`Write { } and {7} of ${'a'}`, 'Von a: { } und {7}');
  });

  it('speaks another language from one sentence to the next, as a thread does that is told it', () => {
    const close = () => say`Close`;
    assert.equal(close(), 'Close');
    speak({ name: 'xx', sentences: { Close: 'Zu' } });
    assert.equal(close(), 'Zu');
    speak(sourceLanguage);
    assert.equal(close(), 'Close');
  });

  it('has its key in the form of VS Code’s bundles', () => {
    assert.equal(keyOf(['', ' is no ', '.']), '{0} is no {1}.');
    assert.equal(keyOf(['Close']), 'Close');
  });

  it('says what was marked, and leaves it in English to who reads it as it is', () => {
    const name = english`Flowchart`;
    speak({ name: 'xx', sentences: { Flowchart: 'Flussdiagramm' } });
    assert.equal(name, 'Flowchart');
    assert.equal(said(name), 'Flussdiagramm');
  });
});
