/** The word behind the backticks of a fence whose text is to be posted. */
export const tweetLanguage = 'tweet';
