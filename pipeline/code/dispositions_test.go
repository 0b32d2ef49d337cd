package code

import (
	"strings"
	"testing"

	"roundrobin/pipeline/thread"
	"roundrobin/schema"
)

// TestDispositions reads testdata/dispositions.tsv: an item, the disposition
// that the coding guide gives, and the answer under that item's own label.
func TestDispositions(t *testing.T) {
	cb, ref := testCodebook(t), testReference(t)
	seen := map[string]int{}
	for _, row := range readTSV(t, "testdata/dispositions.tsv") {
		item, want, text := row[0], row[1], row[2]
		name, law, _ := strings.Cut(item, "/")
		leaf := leafNamed(t, cb, name)
		th := replyThread(law, text)
		coded := codeAnswers(th, cb, ref, map[string]string{leaf.ID: text})
		if got := coded.Answers[leaf.Order]; got.Disposition != want || got.Basis != stated {
			t.Errorf("%s %q: got %s (%s), want %s", item, text, got.Disposition, got.Basis, want)
		}
		seen[want]++
	}
	for _, d := range []string{answered, notHeld, refused, ncnd, referred, notApplicable} {
		if seen[d] < 10 {
			t.Errorf("only %d examples of %s", seen[d], d)
		}
	}
}

func testCodebook(t *testing.T) *schema.Codebook {
	t.Helper()
	cb, err := schema.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

// leafNamed finds a leaf by its id, by what it feeds or by the document it asks
// for.
func leafNamed(t *testing.T, cb *schema.Codebook, name string) *schema.Question {
	t.Helper()
	if q := cb.Question(name); q != nil {
		return q
	}
	if q := cb.Feeding(name); q != nil {
		return q
	}
	for _, q := range cb.Leaves() {
		if q.Document == name {
			return q
		}
	}
	t.Fatalf("no leaf for %q", name)
	return nil
}

// replyThread is a request and one reply a text.
func replyThread(law string, replies ...string) *thread.Thread {
	th := &thread.Thread{RequestID: "invented", Law: law}
	th.Messages = append(th.Messages, thread.Message{Direction: thread.Sent, Kind: thread.KindRequest, Text: "Please tell me."})
	for _, text := range replies {
		th.Messages = append(th.Messages, thread.Message{Direction: thread.Received, Kind: thread.KindResponse, Text: text})
	}
	return th
}

// codeAnswers codes a thread whose messages hold, somewhere, the texts of the
// answers by leaf; what holds none of them is preamble.
func codeAnswers(th *thread.Thread, cb *schema.Codebook, ref *Reference, answers map[string]string) thread.Coded {
	var ps []thread.Passage
	var aligned []thread.Aligned
	for i, m := range th.Messages {
		rest := thread.Span{Ref: thread.Body(i), End: len(m.Text)}
		for _, q := range cb.Leaves() {
			at := -1
			if text := answers[q.ID]; text != "" && m.Direction == thread.Received {
				at = strings.Index(m.Text, text)
			}
			if at < 0 {
				continue
			}
			s := thread.Span{Ref: thread.Body(i), Start: at, End: at + len(answers[q.ID])}
			ps = append(ps, thread.Passage{Span: s, Role: thread.RoleAnswer, QuestionIDs: []string{q.ID}})
			aligned = append(aligned, thread.Aligned{QuestionID: q.ID, Message: i, Method: thread.ByLabel,
				Labelled: true, Paragraphs: [][]thread.Span{{s}}, Score: 1})
			rest.End = min(rest.End, at)
		}
		if rest.End > 0 && m.Direction == thread.Received {
			ps = append([]thread.Passage{{Span: rest, Role: thread.RolePreamble}}, ps...)
		}
	}
	return Code(th, ps, aligned, ref, cb)
}
