import assert from 'node:assert/strict';
import { tweetOf } from '../../../src/core/overview/tweet';
import { mostWeighted, weightedLength } from '../../../src/core/overview/weighted-length';

describe('tweetOf', () => {
  const area = (name: string, emoji: string | null = null, acronym: string | null = null) => ({ name, emoji, acronym });

  it('names areas by their emoji and acronym', () => {
    assert.equal(tweetOf('Weaving', [area('Warp', '🧵', 'WP'), area('Looms')]), 'Weaving: 🧵 WP · Looms');
  });

  it('holds as many as there is room for, and counts the rest', () => {
    const areas = Array.from({ length: 90 }, (_, i) => area(`Area ${i}`, '🧵'));
    const tweet = tweetOf('Weaving', areas);
    assert.ok(weightedLength(tweet) <= mostWeighted, tweet);
    const rest = Number(/ \+(\d+)$/.exec(tweet)?.[1]);
    assert.equal(tweet.split(' · ').length + rest, areas.length);
  });

  it('cuts a title behind a word', () => {
    const tweet = tweetOf('word '.repeat(100).trim(), []);
    assert.ok(weightedLength(tweet) <= mostWeighted && tweet.endsWith('word…'), tweet);
  });
});
