package collect

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roundrobin/pipeline/thread"
)

// brief is a message in short.
type brief struct {
	Direction, Date, From, Text string
	Files                       []string // name: status
}

func briefs(th *thread.Thread) []brief {
	var out []brief
	for _, m := range th.Messages {
		b := brief{Direction: m.Direction, From: m.From, Text: strings.TrimSpace(m.Text)}
		if m.DateBasis == dateHeader {
			b.Date = m.Date.Format("2006-01-02")
		}
		for _, a := range m.Attachments {
			b.Files = append(b.Files, a.Filename+": "+a.TextStatus)
		}
		out = append(out, b)
	}
	return out
}

func kinds(found []thread.Problem) []string {
	var out []string
	for _, p := range found {
		out = append(out, p.Kind+" "+p.Severity)
	}
	return out
}

func check(t *testing.T, th *thread.Thread, want []brief) {
	t.Helper()
	if d := cmp.Diff(want, briefs(th)); d != "" {
		t.Error(d)
	}
}

const rule = "-------------------------------\n\n\n"

var correspondence = `This is a plain-text version of the Freedom of Information request "Parking
permits".  The latest, full version is available online at http://site.example/request/parking_permits_7.

` + rule + `From: Ida Quill
To: Wexley College
Date:  1 May 2020

Dear Wexley College,
How many?
-------------------------------
Not a border.
Yours,
Ida Quill

` + rule + `From: FOI Team, Wexley College
To: Ida Quill
Date: 12 May 2020

Dear Ida,
See attached.
Tom
Attachment: Reply (final).txt (120K) Attachment: Table.xlsx (1.2M) Attachment: Gone.pdf (3K)

` + rule + `Bob left an annotation: (13 May 2020)

Interesting.

` + rule + `Date: 14 May 2020

Sent request to Wexley College again.

` + rule + `From: Ida Quill
To: FOI Team, Wexley College
Date: 15 May 2020

Thanks.
Ida Quill
`

func TestRequestZip(t *testing.T) {
	threads, found := collectFiles(t, true, map[string]string{"any.zip": string(makeZip(t,
		"correspondence.txt", correspondence,
		"1_3_Reply  final .txt", "Twelve permits.",
		"1_4_Table.xlsx", string(makeXLSX(t)),
		"9_9_stray.txt", "x",
	))})
	if len(threads) != 1 {
		t.Fatal(found)
	}
	th := threads[0]
	if th.RequestID != "parking_permits_7" || th.Title != "Parking permits" || th.Institution.ID != "wexley_college" || th.Source.Kind != KindZip {
		t.Errorf("got %+v", th)
	}
	check(t, th, []brief{
		{"sent", "2020-05-01", "", "Dear Wexley College,\nHow many?\n-------------------------------\nNot a border.\nYours,\n[name]", nil},
		{"received", "2020-05-12", "FOI Team, Wexley College", "Dear [name],\nSee attached.\nTom",
			[]string{"Reply (final).txt: read", "Table.xlsx: read", "Gone.pdf: unsupported"}},
		{"sent", "2020-05-15", "", "Thanks.\n[name]", nil},
	})
	if d := cmp.Diff([]string{"unsupported_file warning", "missing_attachment error"}, kinds(found)); d != "" {
		t.Error(d)
	}
}

func TestRequestZipWithPDF(t *testing.T) {
	threads, found := collectFiles(t, true, map[string]string{"x.zip": string(makeZip(t,
		"correspondence.pdf", string(makePDF(strings.ReplaceAll(correspondence, "\n\n\n", "\n \n \n")))))})
	if len(threads) != 1 || len(threads[0].Messages) < 2 {
		t.Fatalf("%d threads, %v", len(threads), found)
	}
}

func TestBatchZip(t *testing.T) {
	dir := "Wexley College - parking_permits_7/"
	threads, found := collectFiles(t, true, map[string]string{"batch-41-parking-export-2020.zip": string(makeZip(t,
		dir+"2020-05-12-090000/incoming_5.txt", "Dear Ida,\nSee attached.\nTom",
		dir+"2020-05-12-090000/attachments-5/all.zip", string(makeZip(t, "a.txt", "one", "deep.zip", string(makeZip(t, "b.txt", "two")))),
		dir+"2020-05-01-103000/outgoing_3.txt", "Dear Wexley College,\nHow many?\nYours,\nIda Quill",
		"University of Bath - parking_permits_8/2020-05-01-103001/outgoing_4.txt", "Dear University of Bath,\nHow many?\nYours,\nIda Quill",
		"dashboard.csv", "request_url,authority_name,number_of_replies,request_status\nhttp://site.example/request/parking_permits_7,Wexley College,1,waiting_response\n",
	))})
	if len(threads) != 2 || threads[1].Institution.ID != "university_of_bath" {
		t.Fatalf("%d threads, %v", len(threads), found)
	}
	th := threads[0]
	if th.BatchID != "41" || th.PlatformStatus != "waiting_response" || th.URL == "" || th.Source.Kind != KindBatchZip || th.Title != "Parking permits" {
		t.Errorf("got %+v", th)
	}
	check(t, th, []brief{
		{"sent", "2020-05-01", "", "Dear Wexley College,\nHow many?\nYours,\n[name]", nil},
		{"received", "2020-05-12", "", "Dear [name],\nSee attached.\nTom", []string{"a.txt: read", "deep.zip: unsupported"}},
	})
	if d := cmp.Diff([]string{"unsupported_attachment error"}, kinds(found)); d != "" {
		t.Error(d)
	}
}

func TestHostileZips(t *testing.T) {
	var many []string
	for i := range maxEntries + 1 {
		many = append(many, fmt.Sprintf("%d.txt", i), "")
	}
	tests := map[string]struct {
		data []byte
		want []string
	}{
		"no zip":    {[]byte("PK no"), []string{"bad_archive error"}},
		"empty":     {makeZip(t), []string{"bad_archive error"}},
		"no thread": {makeZip(t, "holiday.txt", "x"), []string{"bad_archive error"}},
		"outside":   {makeZip(t, "../../etc/correspondence.txt", "x", `..\x`, "x", "/abs", "x"), []string{"path_traversal error", "path_traversal error", "path_traversal error"}},
		"too many":  {makeZip(t, many...), []string{"too_large error"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			threads, found := collectFiles(t, true, map[string]string{"a.zip": string(tt.data), "b.thread.yaml": yamlOf("b", "")})
			if len(threads) != 1 {
				t.Errorf("%d threads", len(threads))
			}
			if d := cmp.Diff(tt.want, kinds(found)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestUnpackStopsAtTheLimit(t *testing.T) {
	z := makeZip(t, "zeros", strings.Repeat("0", 1<<20))
	entries := unpack(z, &problems{})
	if len(entries) != 1 || len(entries[0].data) != 1<<20 {
		t.Fatal("the file is not unpacked")
	}
}

const savedPage = `<html><head><link rel="canonical" href="https://site.example/request/parking_permits_7"></head><body>
<div class="request-header"><h1>Parking permits</h1><div class="request-header__subtitle">Ida Quill made this request to <a href="/body/wexley_college">Wexley College</a></div></div>
<div id="request_status" class="request-status-message request-status-message--rejected">Refused</div>
<div class="outgoing correspondence" id="outgoing-3"><div class="correspondence__header"><span class="correspondence__header__author">Ida Quill</span>
<a class="correspondence__header__date" href="#outgoing-3"><time datetime="2020-05-01T00:30:00+01:00">1 May 2020</time></a></div>
<div class="correspondence_text"><p>Dear Wexley College,</p><p>How many?</p><p>Yours,</p><p>Ida Quill</p></div></div>
<div class="incoming correspondence" id="incoming-5"><div class="correspondence__header"><span class="correspondence__header__author">Tom Brill, Wexley College</span>
<a class="correspondence__header__date"><time datetime="2020-05-12T10:00:00+01:00">12 May 2020</time></a></div>
<div class="correspondence_text"><div id="attachment-2"><p>Dear Ida,<br />See attached. <span class="unfold_link"><a href="?unfold=1">show quoted sections</a></span></p></div></div>
<ul class="list-of-attachments"><li class="attachment" id="attachment-9"><a href="/request/7/response/5/attach/3/Reply.txt?cookie_passthrough=1"><p class="attachment__name">Reply.txt</p></a><p class="attachment__meta">1K</p></li></ul></div>
<div class="comment_in_request" id="comment-1"><div class="comment_in_request_text">Interesting.</div></div>
<div class="outgoing correspondence box" id="outgoing-6"><div class="correspondence_text">Sent again</div></div>
</body></html>`

func TestSavedPage(t *testing.T) {
	threads, found := collectFiles(t, true, map[string]string{
		"page.html":            savedPage,
		"page_files/Reply.txt": "Twelve.",
		"page_files/site.css":  "p{}",
		"page.json":            `{"url_title":"parking_permits_7","title":"Parking permits","described_state":"successful","public_body":{"url_name":"wexley_college","name":"Wexley College","tags":[["scotland"]]},"info_request_events":[{"event_type":"response","created_at":"2020-05-13T09:00:00.000+01:00","incoming_message_id":5,"outgoing_message_id":null}]}`,
	})
	if len(threads) != 1 {
		t.Fatal(found)
	}
	th := threads[0]
	if th.RequestID != "parking_permits_7" || th.PlatformStatus != "successful" || th.Law != "foisa" || th.Source.Kind != KindHTML {
		t.Errorf("got %+v", th)
	}
	check(t, th, []brief{
		{"sent", "2020-05-01", "", "Dear Wexley College,\n\nHow many?\n\nYours,\n\n[name]", nil},
		{"received", "2020-05-13", "Wexley College", "Dear [name],\nSee attached.", []string{"Reply.txt: read"}},
	})
	if d := cmp.Diff([]string{"hidden_text warning"}, kinds(found)); d != "" {
		t.Error(d)
	}
}

func TestSidecarDatesAFlattenedPage(t *testing.T) {
	threads, found := collectFiles(t, true, map[string]string{
		"parking.txt": "Parking permits\nDear Wexley College,\nHow many?\nYours,\nIda Quill\nDear Ida,\nTwelve.\nRegards\nTom Brill\n",
		"parking.json": `{"info_request_events":[{"event_type":"sent","created_at":"2020-05-01T09:00:00Z","outgoing_message_id":3},
{"event_type":"comment","created_at":"2020-05-02T09:00:00Z"},{"event_type":"response","created_at":"2020-05-12T09:00:00Z","incoming_message_id":5}]}`,
		"other.json": "{}",
	})
	if len(threads) != 1 {
		t.Fatal(found)
	}
	check(t, threads[0], []brief{
		{"sent", "2020-05-01", "", "Dear Wexley College,\nHow many?\nYours,\n[name]", nil},
		{"received", "2020-05-12", "", "Dear [name],\nTwelve.\nRegards\n[name]", nil},
	})
	if d := cmp.Diff([]string{"unsupported_file warning"}, kinds(found)); d != "" {
		t.Error(d)
	}
}

const (
	sentMail = `From: Ida Quill <ida@mail.example>
To: FOI <foi@bath.ac.uk>
Subject: Parking permits
Date: Fri, 1 May 2020 23:30:00 +0100
Message-ID: <a@mail.example>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Dear University of Bath,
How many =E2=80=93 in all?
Yours,
Ida Quill
`
	replyMail = `From: Tom Brill <t.brill@bath.ac.uk>
To: Ida Quill <ida@mail.example>
Subject: RE: Parking permits
Date: Tue, 12 May 2020 10:00:00 +0100
Message-ID: <b@bath.ac.uk>
In-Reply-To: <a@mail.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=B

--B
Content-Type: multipart/alternative; boundary=C

--C
Content-Type: text/plain

Dear Ida,
See attached.
>From here on all is said.
Regards
Tom Brill
--C
Content-Type: text/html

<p>Dear Ida</p>
--C--
--B
Content-Type: text/csv; name="figures.csv"
Content-Disposition: attachment; filename="figures.csv"

Year,Issued
2019,12
--B--
`
	htmlMail = `From: FOI <foi@york.ac.uk>
To: Ida Quill <ida@mail.example>
Subject: FOI 12
Date: Tue, 12 May 2020 11:00:00 +0100
Message-ID: <d@york.ac.uk>
Content-Type: text/html

<p>Dear Ida,</p><table><tr><td>2019</td><td>4</td></tr></table>
`
)

func TestMailFolder(t *testing.T) {
	threads, found := collectFiles(t, false, map[string]string{"parking/2.eml": sentMail, "parking/1.eml": replyMail, "parking/3.eml": "no mail"})
	if len(threads) != 1 {
		t.Fatal(found)
	}
	if threads[0].RequestID != "parking" || threads[0].Institution.ID != "university_of_bath" || threads[0].Title != "Parking permits" {
		t.Errorf("got %+v", threads[0])
	}
	check(t, threads[0], []brief{
		{"sent", "2020-05-01", "", "Dear University of Bath,\nHow many – in all?\nYours,\n[name]", nil},
		{"received", "2020-05-12", "", "Dear [name],\nSee attached.\n>From here on all is said.\nRegards\n[name]", []string{"figures.csv: read"}},
	})
	if d := cmp.Diff([]string{"malformed_mail error"}, kinds(found)); d != "" {
		t.Error(d)
	}
}

func TestMboxHoldsConversations(t *testing.T) {
	second := strings.NewReplacer("bath.ac.uk", "york.ac.uk", "of Bath", "of York", "<a@", "<c@").Replace(sentMail)
	var mbox strings.Builder
	for _, m := range []string{sentMail, second, replyMail, htmlMail} {
		mbox.WriteString("From x@y.example Fri May  1 00:00:00 2020\n" + m + "\n")
	}
	threads, found := collectFiles(t, false, map[string]string{"all.mbox": mbox.String()})
	if len(threads) != 2 || len(found) != 0 {
		t.Fatalf("%d threads, %v", len(threads), found)
	}
	var ids []string
	for _, th := range threads {
		ids = append(ids, fmt.Sprint(th.RequestID, " ", th.Institution.ID, " ", len(th.Messages)))
	}
	want := []string{"all_university_of_bath university_of_bath 2", "all_university_of_york university_of_york 2"}
	if d := cmp.Diff(want, ids); d != "" {
		t.Error(d)
	}
	if got := threads[1].Messages[1].Text; !strings.Contains(got, "2019\t4") {
		t.Errorf("HTML mail: %q", got)
	}
}
