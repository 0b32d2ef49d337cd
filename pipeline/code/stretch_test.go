package code

import (
	"slices"
	"testing"

	"roundrobin/pipeline/thread"
)

// TestProse leaves out the lines of a table that figures were read from, its
// header too, and parts the text there.
func TestProse(t *testing.T) {
	text := "The numbers were these:\n\nYear\tStudents\n2018\t4\n2019\t6\n\nOne file was sent to the police."
	c := &coder{t: &thread.Thread{Messages: []thread.Message{{Text: text}}}}
	a := &answer{}
	a.Spans = []thread.Span{{Ref: thread.Body(0), End: len(text)}}
	var cells []thread.Span
	c.tables(a, func(ref thread.TextRef, text string, base int) {
		for _, h := range tableUsage(text, sessions{}, recipientIndex{}) {
			cells = append(cells, thread.Span{Ref: ref, Start: base + h.Start, End: base + h.End})
		}
	})
	var got []string
	for _, v := range c.prose(a, cells) {
		got = append(got, v.Text)
	}
	want := []string{"The numbers were these:", "One file was sent to the police."}
	if len(cells) != 2 || !slices.Equal(got, want) {
		t.Errorf("got %d cells and %q, want %q", len(cells), got, want)
	}
}

// TestStretches parts the spans of an answer where another answer stands
// between them, and not at a page's footer.
func TestStretches(t *testing.T) {
	text := "Ten cases. page 1 Two more. Other answer. Last."
	c := &coder{t: &thread.Thread{Messages: []thread.Message{{Text: text}}}}
	span := func(from, to int) thread.Span { return thread.Span{Ref: thread.Body(0), Start: from, End: to} }
	c.reply = []sentence{{View: c.t.NewView(span(28, 41)), own: []string{"other"}}}
	got := c.stretches([]thread.Span{span(0, 10), span(18, 27), span(42, 47)})
	if len(got) != 2 || len(got[0]) != 2 || len(got[1]) != 1 {
		t.Errorf("got %v", got)
	}
}

// TestBesideAnswer takes in the sentences of the answer's paragraph, before its
// first words too, and none of the next paragraph; strayed only those behind.
func TestBesideAnswer(t *testing.T) {
	text := "Other.\n\nTen cases. It is rare. One file.\n\nLast."
	c := &coder{t: &thread.Thread{Messages: []thread.Message{{Text: text}}}}
	span := func(from, to int) thread.Span { return thread.Span{Ref: thread.Body(0), Start: from, End: to} }
	for _, s := range []thread.Span{span(0, 6), span(8, 18), span(19, 30), span(31, 40), span(42, 47)} {
		c.reply = append(c.reply, sentence{View: c.t.NewView(s)})
	}
	a := &answer{}
	a.Spans = []thread.Span{span(19, 30)}
	texts := func(views []thread.View) (out []string) {
		for _, v := range views {
			out = append(out, v.Text)
		}
		return out
	}
	if got := texts(c.besideAnswer(a)); !slices.Equal(got, []string{"Ten cases.", "One file."}) {
		t.Errorf("besideAnswer: %q", got)
	}
	if got := texts(c.strayed(a)); !slices.Equal(got, []string{"One file."}) {
		t.Errorf("strayed: %q", got)
	}
}

// TestTableEnd goes on to the rows of a table that name the same kind of thing.
func TestTableEnd(t *testing.T) {
	tests := []struct{ head, rows, rest string }{
		{"Recipient  Number\nPolice  1\n", "Local authority (LADO)  2\nStudent Loans Company  0\n", "Fire service\n"},
		{"2018\t4\n", "2019\t6\n", "Total\t10\n"},
		{"8\tPolice\t3\n", "", "9\tNo change\t1\n"},
		{"Given to the police.\n", "", "Police  3\n"},
	}
	for _, tt := range tests {
		text := tt.head + tt.rows + tt.rest
		if got := tableEnd(text, len(tt.head)); got != len(tt.head+tt.rows) {
			t.Errorf("%q ends at %q", text, text[:got])
		}
	}
}

// TestTablesOfEmptyAnswer: a label may stand with nothing behind it.
func TestTablesOfEmptyAnswer(t *testing.T) {
	c := &coder{t: &thread.Thread{Messages: []thread.Message{{Text: "7."}}}}
	c.tables(&answer{aligned: &thread.Aligned{Labelled: true}}, func(thread.TextRef, string, int) {
		t.Error("read a table where nothing stands")
	})
}
