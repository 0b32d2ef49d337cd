package code

// cueKind is what a cue says of the concepts in its scope.
type cueKind uint16

const (
	negates  cueKind = 1 << iota // not the case
	others                       // somebody else's doing
	pastens                      // was the case, no longer is
	supposes                     // conditional, possible, planned
	hedges                       // seldom, uncertain, limited
	reverses                     // "it is not true that …": turns what follows round
	isWall                       // ends the scope of the cues around it
	isNow                        // ends the scope of a past
	crossing                     // a condition, which reaches from its clause to the main one
	pseudo   cueKind = 0         // looks like a cue and is none
)

// rank orders the kinds for assertion.Trigger; a mood comes before a condition.
func (k cueKind) rank() int {
	switch {
	case k&negates != 0:
		return 6
	case k&others != 0:
		return 5
	case k&pastens != 0:
		return 4
	case k&supposes != 0 && k&crossing == 0:
		return 3
	case k&supposes != 0:
		return 2
	case k&hedges != 0:
		return 1
	}
	return 0
}

type cueDir uint8

const (
	forward cueDir = 1 << iota
	backward
	both = forward | backward
)

// contextCue is one row of the table. A pattern is a row of words: "a|b" is one
// of them, a trailing "?" makes one optional, "~" is an optional adverb, "@" a
// past participle, "#" a year or a month, "%" a day of the month, "$" any word,
// "*" up to six words, "^" the
// place where a subject can begin, "&" the place behind a form of
// "be", "!" the place before a mark or the end.
type contextCue struct {
	kind    cueKind
	dir     cueDir
	reach   int // words of scope, 0 for the whole clause
	pattern string
	example string // the concept in [[…]]
}

// contextCues is the table of cues; of those that fit at one word the longest
// counts.
var contextCues = []contextCue{
	// Pseudo-cues: no negation at all.
	{pseudo, 0, 0, "not only|just|merely|simply|solely|exclusively", "We use it not only for [[press]] but for marketing."},
	{pseudo, 0, 0, "no doubt|change|later|more|fewer|less|different|differently|matter|wonder|sooner", "There was no change to the [[monitoring]]."},
	{pseudo, 0, 0, "no longer|more than", "No more than two staff [[monitor]] it."},
	{pseudo, 0, 0, "not more|less|fewer|later than", "Kept for not more than a year under [[monitoring]]."},
	{pseudo, 0, 0, "not limited|confined|restricted to", "Including but not limited to [[facebook]]."},
	{pseudo, 0, 0, "but not limited|confined|restricted to", "This covers (but is not limited to) [[twitter]]."},
	{pseudo, 0, 0, "not without", "It is not without benefit to [[monitor]]."},
	{pseudo, 0, 0, "without exception|doubt|delay|prejudice|notice|warning|delay", "All public posts, without exception, are [[monitored]]."},
	{pseudo, 0, 0, "but also|only|for|rather", "Not only Twitter but also [[facebook]]."},
	{pseudo, 0, 0, "none the less", "None the less we [[monitor]] it."},
	{pseudo, 0, 0, "nothing|none but|except", "They have nothing but [[hootsuite]]."},
	{pseudo, 0, 0, "nothing|none|little more|other|else than", "It is for nothing more than [[scheduling]]."},
	{pseudo, 0, 0, "no other than", "It is no other than [[hootsuite]]."},
	{pseudo, 0, 0, "not to mention", "Posts, not to mention [[twitter]] handles, are public."},
	{pseudo, 0, 0, "not least", "Social media, not least [[twitter]], is followed."},
	{pseudo, 0, 0, "runs|lasts|continues until|till|to", "The contract for [[hootsuite]] runs until 2022."},
	{pseudo, 0, 0, "may #", "In may 2019 we [[monitored]] it."},
	{pseudo, 0, 0, "in|since|from|by|until|of|during may", "Since may we have [[monitored]] it."},
	{pseudo, 0, 0, "% may #?", "On 4 may we [[monitored]] it."},
	{pseudo, 0, 0, "as if|though", "It looks as if [[monitoring]] continues."},
	{pseudo, 0, 0, "if any", "Details, if any, of [[monitoring]] are below."},
	{pseudo, 0, 0, ", whether * or not?", "We collect it, whether or not [[monitored]]."},
	{pseudo, 0, 0, "zero tolerance|hours|carbon", "Our zero tolerance of bullying means that posts are [[read]]."},
	{pseudo, 0, 0, "even though", "Even though public, posts are [[monitored]]."},
	{pseudo, 0, 0, "may|might|would|could you|i|interest", "As you may know, you may ask about [[monitoring]]."},
	{pseudo, 0, 0, "should you * wish|require|have|need|be", "Should you wish to complain about [[monitoring]], write to us."},
	{pseudo, 0, 0, "if you", "If you ask, [[monitoring]] is explained."},
	{pseudo, 0, 0, "would|should like|appreciate", "I would like to explain how [[monitoring]] works."},
	{pseudo, 0, 0, "& used to", "The tool is used to [[monitor]] mentions."},
	{pseudo, 0, 0, "^ the|our? police|contractor|contractors|su|union were|was|are|is|been ~ sent|given|told|informed|notified|contacted|asked|called|shown|passed|supplied", "The police were sent the [[post]]."},
	// A negated rarity or doubt says yes, with a hedge.
	{hedges, forward, 0, "not ~ uncommon|unusual|infrequent|infrequently|unknown|unheard|never|impossible|unlikely", "It is not uncommon for staff to [[monitor]] posts."},
	{hedges, forward, 0, "can|could|may not * rule out", "We cannot rule out that staff [[monitor]] posts."},
	{hedges, both, 0, "not be|been ruled|excluded out?", "That staff [[monitor]] posts cannot be ruled out."},
	{hedges, both, 0, "not ~ always|necessarily|entirely|wholly|all|every", "Staff do not always [[monitor]] posts."},
	// Denials of a clause, which undo a negation inside it.
	{reverses, forward, 0, "not be? ~ true|correct|accurate|right|fair to? say|state|suggest|claim? that?", "It would not be true to say that we [[monitor]] posts."},
	{reverses, forward, 0, "would not be? ~ true|correct|accurate|right|fair to? say|state|suggest|claim? that?", "It would not be right to say that we [[monitor]] posts."},
	{reverses, forward, 0, "would|is be? ~ wrong|untrue|incorrect|inaccurate|misleading|false to? say|state|suggest|claim|think? that?", "It would be wrong to say that we [[monitor]] posts."},
	{reverses, forward, 0, "not the case that", "It is not the case that we [[monitor]] posts."},
	{reverses, forward, 0, "not ~ mean|imply|suggest|follow that", "This does not mean that we [[monitor]] posts."},
	{reverses, forward, 0, "not that", "It is not that we [[monitor]] posts."},
	{reverses, forward, 0, "can|could not * say|claim|state|pretend that", "We cannot claim that we [[monitor]] posts."},
	{reverses, forward, 0, "no suggestion|question of|that|is?", "There is no suggestion that we [[monitor]] posts."},
	// Past.
	{pastens, forward, 0, "previously|formerly|historically", "We previously [[monitored]] posts."},
	{pastens, forward, 0, "once @|had|was|were|did", "We once [[monitored]] posts."},
	{pastens, forward, 0, "we|it|they|who|" + ourNouns + "|team|office|department|institution|institute|staff|service used to", "We used to [[monitor]] posts."},
	{pastens, forward, 0, "before|until that|then|this", "Before that we [[monitored]] posts."},
	{pastens, forward, 0, "before|prior to? %? #", "Before 2018 we [[monitored]] posts."},
	{pastens, both, 0, "used to be|have|include", "[[Posts]] used to be monitored."},
	{pastens, forward, 0, "at one time", "At one time we [[monitored]] posts."},
	{pastens, backward, 5, "at one time", "At one time we [[monitored]] posts."},
	{pastens, both, 0, "in the past", "In the past we [[monitored]] posts."},
	{pastens, both, 0, "until|till the? early|late|end|start|middle|summer|autumn|spring|winter|about|around? of? %? #", "Until 2018 we [[monitored]] posts."},
	{pastens, both, 0, "until|till ~ recently|lately|last", "Until recently we [[monitored]] posts."},
	{pastens, both, 0, "up to the? early|late|end|start|middle|summer|autumn|spring|winter|about|around? of? %? #", "Up to the end of 2017 we [[monitored]] posts."},
	{pastens, both, 0, "no longer|more", "We no longer [[monitor]] posts."},
	{pastens, both, 0, "not * any longer|more", "We do not [[monitor]] posts any longer."},
	{pastens, both, 0, "& ~ discontinued|stopped|abandoned|dropped|withdrawn|cancelled|terminated|retired|superseded|decommissioned", "[[Hootsuite]] was discontinued in 2018."},
	{pastens, forward, 0, "cease|ceases|stopped|discontinued|abandoned|dropped|withdrew|cancelled|terminated|retired", "We have stopped [[monitoring]] posts."},
	{pastens, forward, 0, "gave|given up", "We have given up [[monitoring]] posts."},
	{pastens, both, 12, "pilot|trial|contract|subscription|licence|license|agreement|project|experiment * ended|expired|lapsed|ceased|finished|over|concluded", "A pilot with [[hootsuite]] ended in 2018."},
	{pastens, forward, 0, "trialled|trialed|piloted", "We trialled [[hootsuite]] in 2018."},
	{pastens, forward, 0, "we|it|they|team|office|department|have|has ~ tried out", "We tried out [[hootsuite]] in 2018."},
	{pastens, backward, 0, "was|were ~ tried out", "[[Hootsuite]] was tried out for a year."},
	{pastens, backward, 0, "was|were ~ trialled|trialed|piloted|tested", "[[Hootsuite]] was piloted in 2018."},
	{pastens, both, 0, "ended|ceased|terminated", "Our use of [[hootsuite]] ceased in 2018."},
	{pastens, backward, 0, "expired|lapsed|finished", "Our licence for [[hootsuite]] lapsed in 2018."},
	{pastens, backward, 0, "came|drew to an end|close", "Our use of [[hootsuite]] came to an end."},
	{pastens, backward, 0, "not ~ renewed|continued|extended", "The licence for [[hootsuite]] was not renewed."},
	{pastens, forward, 0, "not ~ renew|continue|extend|prolong", "We did not renew [[hootsuite]]."},
	{pastens, forward, 5, "replaced|replacing|superseded|superseding", "Orlo replaced [[hootsuite]] in 2019."},
	{pastens | isWall, backward, 0, "& ~ replaced|superseded|succeeded with|by", "[[Hootsuite]] was replaced by Orlo."},
	{pastens, forward, 0, "previous|former|old|earlier|outgoing|last|prior provider|supplier|vendor|product|tool|software|system|platform|contract|contractor|service|subscription|licence|license|account|arrangement|package|choice", "Our previous provider was [[hootsuite]]."},
	{pastens, forward, 5, "took|taken|takes over from", "Orlo took over from [[hootsuite]]."},
	{pastens, forward, 0, "successor to|of", "Orlo is the successor to [[hootsuite]]."},
	{pastens, forward, 2, "moved|switched|migrated|away from", "We moved from [[hootsuite]] to Orlo."},
	// Negation with a hedge: seldom, not as a rule.
	{negates | hedges, both, 0, "& not ~ routinely|systematically|actively|proactively|normally|generally|usually|typically|ordinarily|regularly|specifically|formally|deliberately|centrally|purposely|purposefully|expressly|constantly|continuously|particularly @", "[[Posts]] are not routinely monitored."},
	{negates | hedges, forward, 0, "not ~ routinely|systematically|actively|proactively|normally|generally|usually|typically|ordinarily|regularly|specifically|formally|deliberately|centrally|purposely|purposefully|expressly|constantly|continuously|particularly", "We do not routinely [[monitor]] posts."},
	{negates | hedges, forward, 0, "not , as a rule|matter *", "We do not, as a rule, [[monitor]] posts."},
	{negates | hedges, forward, 0, "not as a rule|matter", "We do not as a rule [[monitor]] posts."},
	{negates | hedges, both, 0, "not ~ aware|know|conscious|believe|think|understand|expect|envisage of?", "We are not aware of any [[monitoring]]."},
	{negates | hedges, forward, 0, "unaware of?", "We are unaware of any [[monitoring]]."},
	// Negation.
	{negates, both, 0, "& not ~ !", "Twitter is read, [[Instagram]] is not."},
	{negates, forward, 0, "not ~", "We do not [[monitor]] posts."},
	{negates, forward, 0, "not , however|therefore|though|moreover|furthermore|in ,", "We do not, however, [[monitor]] posts."},
	{negates, forward, 0, "not , therefore|moreover|accordingly ,", "We do not, therefore, [[monitor]] posts."},
	{negates, both, 0, "& not ~ @|part|available|possible|practical|feasible|necessary", "[[Profiling]] is not carried out."},
	{negates, both, 0, "has|have|had not ~ been|taken|formed|featured @?", "[[Profiling]] has not been considered."},
	{negates, both, 0, "do|does|did not ~ take|occur|happen|exist|arise|apply|form|feature|extend|figure", "[[Profiling]] does not take place."},
	{negates, both, 0, "& not ~ the|a subject|target|focus|object|aim|purpose", "[[Students]] are not the subject of it."},
	{negates, both, 0, "& not ~ in use|scope|place", "[[Hootsuite]] is not in use."},
	{negates, both, 0, "& not something|one|anything|among", "[[Profiling]] is not something we do."},
	{negates, both, 0, "has|have|had|play|plays|played|form|forms|formed|take|takes|took no part|role|place|share", "[[Recruitment]] has no part in it."},
	{negates, both, 0, "has|have|had|do|does|did never|not ~ come|comes|enter|entered|featured|figured", "[[Recruitment]] has never come into it."},
	{negates, forward, 0, "has|have|had|is|are|remain|remains yet to", "The University has yet to [[monitor]] posts."},
	{negates, forward, 0, "never|not ~ been thought|felt|considered|found|deemed necessary|needful|needed|appropriate|worthwhile to", "It has never been thought necessary to [[monitor]] posts."},
	{negates, both, 0, "never been @?", "[[Profiling]] has never been done."},
	{negates, both, 0, "& neither|never|nowhere @?", "[[Profiling]] is never undertaken."},
	{negates, forward, 0, "zero|nil", "Zero [[requests]] were made."},
	{negates, forward, 0, "never|nor|neither|nobody|nothing|nowhere|no-one", "Staff never [[monitor]] posts."},
	{negates, forward, 0, "none of?", "None of the staff [[monitors]] posts."},
	{negates, forward, 0, "no $", "There is no [[monitoring]] of posts."},
	{negates, forward, 0, "no such|single|formal|dedicated|routine|systematic|specific", "No such [[monitoring]] is done."},
	{negates, forward, 6, "without", "Mail is kept without [[monitoring]] of posts."},
	{negates, both, 0, "& ~ all|both|each? prohibited|forbidden|excluded|avoided|ruled|left|banned|barred|absent out?", "[[Profiling]] is forbidden."},
	{negates, forward, 0, "refrain|refrains|refrained|abstain|abstains|prohibited|barred|precluded|prevented|forbidden from?", "Staff refrain from [[monitoring]] posts."},
	{negates, forward, 0, "forbidden|forbids|prohibits|prohibit|rules out?", "The code forbids [[monitoring]] of posts."},
	{negates, forward, 0, "unable|unwilling|declines|decline|declined|refuses|refused|fails|lacks|lack", "We are unable to [[monitor]] posts."},
	{negates, forward, 8, "absence|lack of", "In the absence of [[monitoring]], no data exist."},
	{negates, forward, 6, "rather than", "We rely on reports rather than [[monitoring]]."},
	{negates, forward, 6, "instead of", "We rely on reports instead of [[monitoring]]."},
	{negates, forward, 6, "as opposed to|distinct from?", "We rely on reports as opposed to [[monitoring]]."},
	{negates, forward, 0, "exclude|excludes|excluding|excluded", "This is publishing, excluding any [[monitoring]]."},
	{negates, both, 0, "beyond|outside the? scope|remit of?", "It is outside the remit of staff to [[monitor]] posts."},
	{negates, backward, 0, "is|are|was|were|stay|stays|remain|remains ~ out of bounds|scope|reach|question", "[[Private groups]] are out of bounds."},
	{negates, backward, 0, "is|are|was|were|stay|stays|remain|remains ~ off limits", "[[Private groups]] are off limits."},
	{negates, backward, 0, "& ~ off-limits|out-of-bounds", "[[Private groups]] are off-limits."},
	{negates, backward, 0, ",|:|- no|never|not yet|really|now|often? !", "[[Profiling]] and recruitment, no."},
	{negates, backward, 0, ":|- none|neither|nothing of? these|them|those|this|that? !", "[[Profiling]], recruitment: none of these."},
	{negates, backward, 2, "( no|never|not )", "[[Profiling]] (no), investigations (yes)."},
	{negates, backward, 0, "something|one|ones|platform|platforms|site|sites|activity|activities|purpose|purposes that|which? we|it|they|staff have|has|do|does|did|can|could|would? not|never", "[[Profiling]] is something that we have never done."},
	{negates, backward, 0, "platform|platforms|site|sites that|which? we|it|they|staff avoid|keep|leave|stay|steer", "[[Instagram]] is a site that we keep away from."},
	{negates, both, 0, "leave|leaves|leaving|left * alone|aside", "We leave [[Instagram]] alone."},
	{negates, forward, 0, "steer|steers|stay|stays|keep|keeps|kept clear|away|off|out of|from?", "We stay away from [[Instagram]]."},
	{negates, forward, 0, "avoid|avoids|avoided", "We avoid [[monitoring]] posts."},
	{negates, both, 0, "at no time|point|stage", "[[Hootsuite]] has at no time been bought."},
	{negates, forward, 0, "deny|denies|denied", "The University denies any [[monitoring]]."},
	{negates, forward, 0, "far from", "Far from [[monitoring]] posts, we wait for reports."},
	// Somebody else.
	{others, both, 0, "by the? police|contractors|academics|researchers|journalists", "Posts are [[monitored]] by the police."},
	{others, both, 0, "by the|our students|student|student's|students'? 's? union|association|guild", "Posts are [[monitored]] by the Students' Union."},
	{others, both, 0, "by an|a|individual|other|some external|individual? police|contractor|academics|academic|researchers|universities|university|institutions|lecturer|lecturers", "Posts are [[monitored]] by other universities."},
	{others, both, 0, "matter for the? police|union|students|student|su 's? union? to?", "It is a matter for the police to [[monitor]] posts."},
	{others, forward, 0, "police|union|contractor|contractors|researchers|academics , who|which", "We write to the police, who [[monitor]] posts."},
	{others, forward, 0, "for the police|su|union to", "It is for the police to [[monitor]] posts."},
	{others, forward, 0, "^ the|our? students|student 's? union|association|guild", "The Students' Union [[monitors]] its pages."},
	{others, forward, 0, "^ the|our? su|nus|guild|union|police|contractor|contractors", "The police [[monitor]] posts."},
	{others, forward, 0, "^ the home office", "The Home Office [[monitors]] posts."},
	{others, forward, 0, "if|whether|that an|any|another institution|university|authority", "If an institution were to say that it [[monitors]] posts, it would warn people."},
	{others, forward, 0, "^ our|a|the|another sister|partner|neighbouring institution|university|college|charity|company", "Our sister institution [[monitors]] posts."},
	{others, forward, 0, "^ other|some|many|most other? universities|institutions|colleges|employers|bodies", "Other universities [[monitor]] posts."},
	{others, forward, 0, "^ individual|some|certain|our? academics|academic|researchers|lecturers|scholars staff?", "Individual academics [[monitor]] posts."},
	{others, forward, 0, "^ individual members of staff", "Individual members of staff [[monitor]] posts."},
	{others, forward, 0, "^ individual staff|colleagues|employees|tutors|students", "Individual tutors [[monitor]] posts."},
	{others, forward, 0, "^ a|one|another research|researcher|academic|lecturer project|group|team|study?", "A research project [[monitors]] tweets."},
	{others, forward, 0, "^ student|students societies|society|clubs|groups|newspapers", "Student societies [[monitor]] their pages."},
	// Conditional, possible, planned.
	{supposes, forward, 0, "would|might|could|may", "Staff might [[monitor]] posts."},
	{supposes, both, 0, "would|might|could|may ~ be|take|occur|happen @|place", "[[Profiling]] would be done by the registrar."},
	{supposes | crossing, both, 0, "if", "If asked, staff [[monitor]] posts."},
	{supposes | crossing, both, 0, "should * arise|occur|be|receive|happen|become|need|come|contain|raise", "Should a concern arise, staff [[monitor]] posts."},
	{supposes | crossing, both, 0, "were the|we|a|an|any|it|they|there|such|he|she|you * to", "Were the police to ask, staff [[monitor]] posts."},
	{supposes | crossing | isWall, both, 0, "unless", "Staff [[monitor]] posts unless told otherwise."},
	{supposes | crossing | isWall, both, 0, "save|except|only|excepting if|where|when|in|as|after|upon|on|following", "Staff [[monitor]] posts only where a complaint is made."},
	{supposes | crossing, both, 0, "in the event|case", "In the event of a complaint, staff [[monitor]] posts."},
	{supposes | crossing, both, 0, "provided|assuming|supposing|whenever|wherever that?", "Staff [[monitor]] posts whenever asked."},
	{supposes, both, 0, "being|be considered|contemplated|evaluated|explored|discussed|planned", "[[Hootsuite]] is being considered."},
	{supposes, both, 0, "& ~ under consideration|review|discussion|evaluation", "[[Hootsuite]] is under consideration."},
	{supposes, both, 0, "was|were|been ~ considered|contemplated|proposed|mooted|suggested|recommended", "[[Hootsuite]] was considered last year."},
	{supposes, backward, 0, "& ~ planned", "The purchase of [[hootsuite]] is planned."},
	{supposes, forward, 0, "considered|considering|contemplating|contemplated|mooted|proposed|proposes|procuring", "We are considering [[hootsuite]]."},
	{supposes, forward, 0, "looking at|into buying|using|adopting|introducing|procuring|whether|options", "We are looking into buying [[hootsuite]]."},
	{supposes, forward, 0, "consideration|thought ~ has|have|was|is|being been? given to", "Consideration has been given to [[monitoring]] posts."},
	{supposes, forward, 0, "proposal|proposals|suggestion|request|bid to|for|that", "A proposal to buy [[hootsuite]] fell through."},
	{supposes, forward, 0, "plan|plans|planning|intend|intends|hope|hopes|aim|aims|propose|proposes|expects|expect|wish to", "We plan to [[monitor]] posts."},
	{supposes, both, 0, "in the? future", "In future we will [[monitor]] posts."},
	{supposes, forward, 0, "tender|tendering|demonstration|demonstrations|quotation|quotations|quote|quotes|shortlist of|for|from", "We saw a demonstration of [[hootsuite]]."},
	{supposes, forward, 0, "reserve|reserves|have|has the right|power|option|ability to", "We reserve the right to [[monitor]] posts."},
	{supposes, forward, 0, "possible|conceivable|likely that|for", "It is possible that staff [[monitor]] posts."},
	{supposes, forward, 0, "free|permitted|allowed|entitled|welcome|authorised to", "Staff are free to [[monitor]] posts."},
	{supposes, forward, 0, "whether", "We have not decided whether to [[monitor]] posts."},
	{supposes, forward, 0, "potential|hypothetical|prospective", "We discussed potential [[monitoring]]."},
	// Hedges.
	{hedges, both, 0, "occasionally|sometimes|rarely|seldom|hardly|infrequently|exceptionally|usually|normally|generally|typically|ordinarily|largely|mainly|primarily|possibly|perhaps|probably|potentially|informally", "Staff sometimes [[monitor]] posts."},
	{hedges, both, 0, "from time to time", "Staff [[monitor]] posts from time to time."},
	{hedges, both, 0, "on occasion|occasions", "Staff [[monitor]] posts on occasion."},
	{hedges | crossing, both, 0, "in some|certain|exceptional|rare|limited|individual cases|circumstances|instances", "In rare cases staff [[monitor]] posts."},
	{hedges, both, 0, "case by case", "Staff [[monitor]] posts case by case."},
	{hedges, both, 0, "ad hoc", "Staff [[monitor]] posts on an ad hoc basis."},
	{hedges, both, 0, "ad-hoc|case-by-case", "Staff [[monitor]] posts on a case-by-case basis."},
	{hedges | crossing, both, 0, "as and when|if needed|required|necessary|appropriate?", "Staff [[monitor]] posts as and when needed."},
	{hedges | crossing, both, 0, "where|when|as necessary|appropriate|required|needed|relevant|proportionate|justified|requested", "Staff [[monitor]] posts where necessary."},
	{hedges | crossing, both, 0, "where|when|once there|a|an|any|the|it|this|such|concerns|complaints|allegations|issues|something|somebody|someone", "When a complaint comes in, staff [[monitor]] posts."},
	{hedges, both, 0, "as far as we|i|the", "As far as we know staff [[monitor]] posts."},
	{hedges, both, 0, "to the? best? of? our|my? knowledge", "To our knowledge staff [[monitor]] posts."},
	{hedges, forward, 0, "believe|believes|understand|think that?", "We believe that staff [[monitor]] posts."},
	{hedges, both, 0, "in principle|theory", "In theory staff [[monitor]] posts."},
	// Walls: a new thought begins.
	{isWall, 0, 0, ";", ""},
	{isWall, 0, 0, "-", ""},
	{isWall, 0, 0, ", but for", ""},
	{isWall, 0, 0, "but|however|although|though|whereas|while|whilst|yet|nevertheless|nonetheless|notwithstanding|despite|instead|because|conversely|rather|except|excepting|besides", ""},
	{isWall, 0, 0, "save for|that|insofar", ""},
	{isWall, 0, 0, "apart|aside from", ""},
	{isWall, 0, 0, "other than", ""},
	{isWall, 0, 0, ", which|who|whose|whom|so|only|merely|simply|just", ""},
	{isWall, 0, 0, "as we|it|they|this|there|no", ""},
	{isNow, 0, 0, "since|from then|that", ""},
	{isNow, 0, 0, "since #", ""},
	{isNow, 0, 0, "now|currently|nowadays|today|thereafter|afterwards|subsequently|presently", ""},
	{isNow, 0, 0, "at present", ""},
}
