package code

import "regexp"

// useCue is a way of saying what a product is used for.
type useCue struct {
	use string
	re  *regexp.Regexp
}

// Words that the ways of saying a use share.
const (
	// itself is the body, as its own texts name it.
	itself = `(?:us|our(?:selves)?|its?|itself|(?:the|this|our) (?:` + ourNouns + `|uni|institution)(?:'s)?)`
	// ownBody stands before what belongs to the body.
	ownBody = `(?:our|its|their|own|corporate|official|institutional|marketing|(?:` + ourNouns + `|institution|uni|team|office|department|unit)'s)`
	// watchVerb is a verb of looking for or at something.
	watchVerb = `(?:search\w*|look\w*|monitor\w*|follow\w*|track\w*|view\w*|check\w*|find\w*|watch\w*|identify\w*|scan\w*)`
	// posted are things that people put on social media.
	posted = `(?:posts?|tweets?|messages?|comments?|articles?|items?|stories|threads?|pages?|material|content|conversations?|discussions?|anything)`
	// outgoing are things that a body puts on social media.
	outgoing = `(?:posts?|announcements?|news|messages?|content|tweets?|notices?|updates?|videos?|adverts?|campaigns?|output|stories)`
	// grounds are places of the body.
	grounds = `(?:campus(?:es)?|halls?|grounds|premises|site|area|buildings?|vicinity|perimeter)`
)

// useCues are tried on the lower-cased sentence; each match must be affirmed
// (not "It is not used to look at students' accounts").
var useCues = []useCue{
	// Persons, what they put up, and cases against them.
	{useStudents, regexp.MustCompile(`\b(?:` + watchVerb + `|profil\w*)(?: \w+){0,3}? (?:students?|individuals?|applicants?|named persons?|people)\b`)},
	{useStudents, regexp.MustCompile(`\b(?:accounts|posts|profiles|activity|behaviour|social media) of (?:[\w'-]+ ){0,2}(?:students?|individuals|applicants)\b|\b(?:students?|protesters?|campaigners?|activists?|organisers?|societies|applicants?)'?s? (?:social media|accounts?|posts|profiles|activity)\b|\b(?:persons?|people|students?|individuals?) (?:\w+ )?(?:under investigation|complained of|reported|who give cause)\b`)},
	{useStudents, regexp.MustCompile(`\b(?:societ(?:y|ies)|clubs?|(?:campaign|protest|student|activist) groups?)'?s? (?:(?:and|or|,) (?:[\w'-]+ ){1,3})?(?:accounts?|pages?|profiles?|posts|feeds?)\b|\b(?:follow|watch|monitor|track|search|view)(?:s|ed|ing|es)? (?:the|these|those|such) (?:public )?(?:accounts|pages|profiles)(?:[.,;]|$| (?:referred|described|mentioned|named|listed|i|we|it|they|in|security|just|above|that|of the (?:groups|societies)))`)},
	{useStudents, regexp.MustCompile(`\b(?:pages?|accounts?|posts?|feeds?|channels?|profiles?|timelines?) (?:of|from|by|belonging to|run by|kept by) (?:[\w'-]+ ){0,3}?(?:students?'?|(?:student )?(?:societies|clubs|groups)|campaigners|protesters|activists|organisers)(?:[,.;)]|$| (?:and|or|who|which|that|in|on|before|when|at|are|is|to|with|society|societies|groups?|clubs?)\b)`)},
	{useStudents, regexp.MustCompile(`\b(?:in|for|during|support|supports|assist|with|to|conduct) (?:[\w'-]+ ){0,2}(?:investigat\w+)\b|\b(?:carr(?:y|ies|ied|ying) out|conduct(?:s|ed|ing)?|mak(?:e|es|ing)|undertak(?:e|es|ing)) (?:[\w'-]+ ){0,2}(?:enquir(?:y|ies)|inquir(?:y|ies)|searches|checks)\b`)},
	{useStudents, regexp.MustCompile(`\b(?:threats?|persons? of (?:concern|interest)|students? (?:at risk|of concern|under review)|self-harm|extremism|radicalisation|protests?|demonstrations? (?:on|near|by))\b`)},
	// Places, and words that alarm.
	{useStudents, regexp.MustCompile(`\b` + posted + ` (?:[\w,]+ ){0,6}?(?:from|on|near|in|around|at|within|to|with) (?:or (?:near|around|close to) )?(?:(?:the|our|either|both|each|area|vicinity|neighbourhood|edge|of|or|one|two|its|immediate) )*` + grounds + `\b|\bgeo-?(?:fenc|locat|tagg)\w*`)},
	{useStudents, regexp.MustCompile(`\b(?:containing|contains?|with|use|uses|using) (?:certain|particular|worrying|alarming|trigger|flagged) (?:words?|terms?|phrases?)\b|\bwords? (?:suggesting|that suggest|of alarm)\b`)},
	// What another answer told of the looking.
	{useStudents, regexp.MustCompile(`\b(?:searches|checks|pages|accounts|posts|profiles|looking|viewing|monitoring|activity|activities|work|purposes?) (?:that (?:is|are) )?(?:described|referred to|mentioned|set out|explained|made|carried out|told of|outlined|given) (?:above|below|at|in|under|there|here|earlier|by|for)\b`)},
	// The body itself, its name and what is said of it.
	{useListening, regexp.MustCompile(`\bmentions\b|\bmention(?:ed|ing)? (?:of|` + itself + `)\b|\b(?:is|are|was|were|be|been|being|gets?) mentioned\b|\b(?:has|have) been (?:named|mentioned)\b|\b` + posted + ` (?:that |which |where |in which )?(?:mention|nam|tagg?|quot)(?:ing|s|es|e)?\b|\blisten\w*|\bhow (?:our|its|the) (?:[\w'-]+ ){0,3}?(?:campaigns?|news|announcements?|name|brand) (?:is|are|was|were) (?:being )?(?:received|taken|seen|regarded|viewed)\b|\b(?:un)?favourabl[ey]\b|\bhash-?tags?\b[^.;]{0,40} (?:is|are|was|were) (?:\w+ )?(?:watched|followed|monitored|tracked|searched)\b|\bsentiment\b|\breputation\w*|\bcoverage\b|\b(?:media|press|news|web|brand|mentions?) (?:monitoring|tracking|watch)\b|\bpress and social media\b|\bpublic opinion\b|\bperceptions?\b|\bbrand (?:monitoring|tracking|awareness)\b|\btrending\b|\bcuttings\b|\bin the (?:(?:news|papers|headlines)\b|(?:press|media)(?:[,.;)]|$| (?:and|or|about|is|are|was)\b))|\b(?:think|thinks|feel|feels|thought|opinions?|views?|comments?|commentary) (?:of|about|on) ` + itself + `\b|\b(?:we|us|name|` + ourNouns + `|institution) (?:\w+ )?(?:is|are|was|were|gets?|has been|have been) (?:tagged|named|quoted|referred to|talked about|discussed|criticised)\b`)},
	{useListening, regexp.MustCompile(`\bwhat(?:'s| (?:[\w'-]+ ){0,5}?(?:is|are|was|were|has|have|gets?|people|others|students?|papers|newspapers|users))? ?(?:[\w'-]+ )?(?:been |being )?(?:said|say\w*|written|writ(?:e|es|ing)|put about|(?:posted|tweeted|published) (?:[\w'-]+ ){0,2}(?:of|about|on|concerning))\b|\b(?:said|saying|written|writing|tweeted) (?:in public |publicly |online )?(?:of|about) [a-z]|\b(?:makes?|made) of ` + itself + `\b|\btalk(?:ed|ing|s)? (?:of|about) ` + itself + `\b|\babout ` + itself + `\b|\breferences? (?:(?:is|are|being) )?(?:made )?to ` + itself + `\b|\b(?:bring|show|find|pick|search|follow|watch|track|monitor|catch|list|collect)\w* (?:[\w',]+ ){0,6}?#[a-z]\w+`)},
	{useListening, regexp.MustCompile(`\bname[sd]? the (?:` + ourNouns + `)\b|\b(?:` + ourNouns + `|institution) (?:or [\w ]{3,30} )?is named\b|\b(?:(?:` + ourNouns + `|uni|institution)(?:'s)?|our|its) (?:own )?names?\b|\bnames? of ` + itself + `(?:[ ,.;)]|$)|\b(?:with|contain\w*|carr\w+|include\w*|bear\w*|us(?:e|es|ed|ing)) (?:[\w'-]+ ){0,3}(?:our|its) (?:[\w'-]+ )?hash-?tags?\b|\b(?:our|its|the) (?:[\w'-]+ )?names? (?:occur|appear|crop|turn|come|crop)s?\b|\bsearch(?:es)? (?:on|for|of) (?:the|our|its) (?:[\w'-]+ )?names?\b|\b(?:comes?|turns?|crops?|pops?) up (?:in|on) (?:the )?(?:[\w'-]+ )?(?:posts|tweets|news|papers?|press|public|media|twitter|facebook|social)\b`)},
	{useListening, regexp.MustCompile(`\b(?:monitor\w*|track\w*|follow\w*|watch\w*|keep\w* (?:an eye|track|tabs)|alert\w*|search\w*|look\w*|pick\w* up) (?:[\w'-]+ ){0,4}(?:the (?:` + ourNouns + `)|our (?:own )?(?:name|brand)|its (?:own )?(?:name|brand)|name|brand|hash-?tags?|keywords?|conversations?|discussions?|trends|news|press)\b`)},
	// What the body puts out, and how it does.
	{usePublishing, regexp.MustCompile(`\b(?:line|lines|lined|lining|queue|queues|queuing|queueing|put|puts|putting|send|sends|sending|sent|push|pushes|pushing|get|gets|getting) (?:up|out|up and out) (?:(?:what|all|the|` + ownBody + `) )*(?:[\w'-]+ ){0,2}(?:` + outgoing + `|own|itself)\b|\b` + outgoing + ` (?:[\w'-]+ ){0,5}(?:are|is|were|was|be) (?:[\w'-]+ )?(?:planned|prepared|drafted|put out|sent out|posted|lined up|approved|timed|composed|scheduled)\b|\b` + outgoing + ` [^.;,]{0,30}\b(?:in advance|ahead of time|beforehand)\b|\b` + outgoing + ` (?:[\w'-]+ ){0,3}(?:go(?:es)?|went|gets?) (?:out|up|on|live)\b|\bputs? out\b|\b(?:send|get|put|push)(?:s|ing|ting)? (?:[\w'-]+ ){0,5}?out\b|\b(?:social media|channels?|accounts?|pages?) (?:is|are|was|were) (?:\w+ )?(?:managed|run|handled|looked after|updated)\b`)},
	{usePublishing, regexp.MustCompile(`\bwhat (?:is to |will |is )?(?:appears?|goes|go) (?:out|on|up|to)\b|\bplan(?:s|ned|ning)? (?:in|with|using|through)\b|\b(?:outgoing|outbound) (?:[\w'-]+ )?` + outgoing + `\b|\bget(?:s|ting)? (?:[\w'-]+ ){1,3}posted\b|\b(?:only|just) post\b|(?:\bfor (?:our |its |own )*|\()(?:posts|content|tweets|posting)(?:[,.;)]|$)|\b(?:publici[sz]|advertis|announc)(?:e|es|ing)\b|\b(?:tweets?|posts?|posted|tweeted) (?:by (?:means|way) of|through|via|using|with|out of)\b|\bschedul\w+|\bqueu\w+|\bpublish\w*|\bplan(?:s|ned|ning)? (?:and \w+ )?(?:[\w'-]+ ){0,2}` + outgoing + `\b|\bposting\b|\bto post\b|\band post(?:,|\.|;|$| (?:[\w'-]+ ){0,3}(?:to|on|news|content|messages|updates)\b)`)},
	{usePublishing, regexp.MustCompile(`\b` + ownBody + ` (?:own )?(?:[\w'-]+ ){0,2}(?:pages?|channels?|accounts?|feeds?|presence|` + outgoing + `)\b|\bdisseminat\w+|\b(?:compos|draft|prepar|approv|tim|sequenc|stor)(?:e|es|ing|ed)(?:,? (?:and|or) \w+| of)? (?:[\w'-]+ ){0,4}?` + outgoing + `\b|\b(?:enquir\w+|questions|messages|comments|complaints) [^.;]{0,40}?(?:are|is|were|get) (?:\w+ )?(?:answered|dealt with|handled|replied to)\b`)},
	{usePublishing, regexp.MustCompile(`\b(?:manag\w+|run\w*|administer\w*|post|posts|sends?) (?:[\w'-]+ ){0,3}(?:channels?|accounts?|pages?|content|messages|updates|tweets)\b|\b(?:answer\w*|respond\w*|repl\w+) (?:to )?(?:[\w'-]+ ){0,2}(?:enquir\w+|messages|questions|comments)\b|\bengagement\b|\banalytics\b|\binsights\b|\bperformance of\b|\breach of\b|\bstatistics\b|\bhow (?:well |many )?(?:[\w'-]+ ){0,3}(?:pages?|posts?|content|channels?|videos?) (?:are|is|have|has|do|does|did|perform)\b`)},
}

// notAUse matches words that look like a use: "is mentioned for completeness".
var notAUse = regexp.MustCompile(`^(?: (?:only |here |merely )*(?:for|because|so that|in (?:your|the) (?:request|question))\b| (?:above|below|here)\b)`)

// onBehalf ends with a name that something is put out under: "posts that go out
// in the University's name".
var onBehalf = regexp.MustCompile(`\bin (?:(?:the )?[\w-]+'s|our|its|their) (?:own )?names?$`)

// ofOpinion matches what somebody thinks, which no watching of him tells: "find
// out what applicants think".
var ofOpinion = regexp.MustCompile(`\b(?:what|how|whether)\b`)

// officeBehind makes an office of what a body puts out: "their Digital Content
// team".
var officeBehind = regexp.MustCompile(`^(?: and [\w-]+)? (?:teams?|offices?|officers?|units?|managers?|departments?|staff|sections?|group)\b`)
