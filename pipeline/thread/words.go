package thread

// BodyNouns are what the public bodies of this field call themselves, as the
// alternatives of a pattern in lower case.
const BodyNouns = `university|college|school|academy|conservatoire|institute`

// Ordinals are the places that questions and years are counted by, the first at
// index 0.
var Ordinals = []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
