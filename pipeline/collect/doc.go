// Package collect reads collected correspondence into threads. Each form of
// input has one file; what they share is the way from bytes to text (text.go),
// the institution (institutions.go) and the redaction of personal data
// (redact.go), which comes before anything else counts offsets.
//
// Find lists the items, Reader.Read makes the threads of one, Settle joins the
// results. Reading is safe to spread over a pool of workers.
package collect
