/** The languages beside English that there are tables of, as VS Code names them. */
export const translatedLanguages = ['de', 'zh-cn'] as const;

export type TranslatedLanguage = (typeof translatedLanguages)[number];

/** Which of them a client's locale asks for, as `de-AT` or `zh-Hans`; undefined where English has to do. */
export function languageFor(locale: string | undefined): TranslatedLanguage | undefined {
  const [language, ...regions] = (locale ?? '').toLowerCase().replaceAll('_', '-').split(/[-.@]/);
  if (language === 'de') return 'de';
  // Readers of the traditional signs are not given the simplified ones.
  const traditional = regions.some((region) => ['hant', 'tw', 'hk', 'mo'].includes(region));
  return language === 'zh' && !traditional ? 'zh-cn' : undefined;
}
