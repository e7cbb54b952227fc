/** The words of English that say how others hang together and nothing by themselves, and what stands for them in short. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a about above across after again against all almost alone along already also although always am among an and another any ' +
    'anybody anyone anything anywhere are around as at away back be became because become becomes been before behind being ' +
    'below besides best better between beyond both but by came can cannot come comes could did do does doing done down during ' +
    'each either else enough especially etc even ever every everybody everyone everything everywhere far few first for former ' +
    'from further gave get gets give given gives go goes going gone got had has have having he hence her here hers herself ' +
    'him himself his how however i if in indeed instead into is it its itself just keep keeps kept know last later latter least ' +
    'less let lets like likely made make makes making many may maybe me means might mine more moreover most mostly much must my ' +
    'myself near nearly neither never nevertheless next no nobody none nor not nothing now nowhere of off often on once one ' +
    'only onto or other others otherwise our ours ourselves out over own per perhaps put quite rather really said same say says ' +
    'see seem seems seen several shall she should since so some somebody somehow someone something sometimes somewhere still ' +
    'such take takes than that the their theirs them themselves then there therefore these they thing things this those though ' +
    'three through throughout thus to together too toward towards two under unless until up upon us use used uses using usually ' +
    'very via was way we well went were what whatever when whenever where whereas wherever whether which while who whoever ' +
    'whole whom whose why will with within without would yet you your yours yourself ' +
    "ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's i'd i'll i'm i've isn't it'll it's " +
    "let's she'd she'll she's shouldn't that's there's they'd they'll they're they've wasn't we'd we'll we're we've weren't " +
    "what's won't wouldn't you'd you'll you're you've e.g i.e"
  ).split(' '),
);
