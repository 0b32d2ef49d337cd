package collect

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"roundrobin/pipeline/thread"
)

// fuzzItem reads data as a file of a name and holds what comes out to what
// every thread must be.
func fuzzItem(f *testing.F, name string, seeds ...[]byte) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, dir := fuzzReader(t), t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
		threads, found, err := r.Read(Item{Path: name, Kind: kindOf(name), root: dir})
		if err != nil {
			t.Fatal(err)
		}
		if len(threads) == 0 && len(found) == 0 {
			t.Error("neither a thread nor a problem")
		}
		for _, th := range threads {
			checkThread(t, th)
		}
	})
}

// sharedReader serves all inputs of a target. It has no cache, so that no run
// leans on another.
var sharedReader = sync.OnceValues(func() (*Reader, error) {
	return NewReader(Options{Reference: "../../data/reference", Sample: true})
})

func fuzzReader(t *testing.T) *Reader {
	t.Helper()
	r, err := sharedReader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func checkThread(t *testing.T, th *thread.Thread) {
	t.Helper()
	if th.RequestID == "" || len(th.Messages) == 0 {
		t.Errorf("thread %q with %d messages", th.RequestID, len(th.Messages))
	}
	for i := range th.Messages {
		m := &th.Messages[i]
		if m.Seq != i+1 || m.Direction != thread.Sent && m.Direction != thread.Received {
			t.Errorf("message %d: seq %d, %q", i, m.Seq, m.Direction)
		}
		checkText(t, m.Text)
		for j := range m.Attachments {
			checkText(t, m.Attachments[j].Text)
			checkText(t, m.Attachments[j].Filename)
		}
	}
}

func checkText(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\r\x1e") {
		t.Errorf("text that is not clean: %q", s)
	}
}

// fuzzDocument takes the text out of data as a file of a name.
func fuzzDocument(f *testing.F, name string, seeds ...[]byte) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, a := range fuzzReader(t).attachments(name, data, &problems{}) {
			if a.TextStatus == "" || a.TextStatus != statusRead && a.Text != "" {
				t.Errorf("status %q with %d bytes of text", a.TextStatus, len(a.Text))
			}
		}
	})
}

// seed packs files for a corpus.
func seed(f *testing.F, files ...string) []byte {
	f.Helper()
	data, err := packFiles(files...)
	if err != nil {
		f.Fatal(err)
	}
	return data
}

const fuzzMail = "From: Ida Quill <ida@home.example>\r\nTo: foi@wexley.ac.uk\r\nDate: Tue, 02 Jun 2020 09:00:00 +0000\r\nSubject: Parking\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDear Wexley College,=20\r\nHow many?\r\n--b\r\nContent-Disposition: attachment; filename=\"a.csv\"\r\nContent-Transfer-Encoding: base64\r\n\r\nYSxi\r\n--b--\r\n"

func FuzzYAML(f *testing.F) {
	fuzzItem(f, "a.thread.yaml", []byte(yamlOf("a", "")), []byte("request_id: &a [*a]"), []byte("a: b: c"))
}

func FuzzText(f *testing.F) {
	fuzzItem(f, "a.txt", []byte("Parking\nDear Wexley College,\nHow many?\nYours,\nIda Quill\nDear Ida,\nTwelve.\nRegards\nTom Brill\n"), []byte("\xff\xfeD\x00"))
}

func FuzzPage(f *testing.F) {
	fuzzItem(f, "a.html", []byte(savedPage), []byte("<div class=correspondence id=incoming-1>"))
}
func FuzzMail(f *testing.F) { fuzzItem(f, "a.eml", []byte(fuzzMail)) }
func FuzzMbox(f *testing.F) {
	fuzzItem(f, "a.mbox", []byte("From x\n"+fuzzMail+"\nFrom y\n>From here\n"))
}
func FuzzZip(f *testing.F) {
	fuzzItem(f, "a.zip", seed(f, "correspondence.txt", correspondence, "1_3_Reply  final .txt", "Twelve."))
}
func FuzzBatch(f *testing.F) {
	dir := "Wexley College - parking_7/2020-05-12-090000/"
	fuzzItem(f, "batch-1-a.zip", seed(f, dir+"outgoing_3.txt", "Dear Wexley College,\nHow many?", dir+"incoming_5.txt", "Dear Ida", dir+"attachments-5/a.txt", "x", "d.csv", "request_url,request_status\nhttp://a/request/parking_7,rejected\n"))
}

// FuzzCorrespondence reads the text inside of a zip, which a fuzzer seldom
// reaches through the compression.
func FuzzCorrespondence(f *testing.F) {
	f.Add(correspondence)
	f.Fuzz(func(t *testing.T, text string) {
		fuzzReader(t).correspondence(cleanText(text), []entry{{"1_3_a.txt", []byte("x")}}, &problems{})
	})
}

func FuzzSidecar(f *testing.F) {
	f.Add([]byte(`{"url_title":"a","info_request_events":[{"event_type":"sent","created_at":"2020-05-01T09:00:00Z","outgoing_message_id":3}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, dir := fuzzReader(t), t.TempDir()
		for name, content := range map[string][]byte{"a.html": []byte(savedPage), "a.json": data} {
			if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		threads, _, err := r.Read(Item{Path: "a.html", Kind: KindHTML, Sidecar: "a.json", root: dir})
		if err != nil || len(threads) != 1 {
			t.Fatalf("%d threads, %v", len(threads), err)
		}
		checkThread(t, threads[0])
	})
}

func FuzzPDF(f *testing.F) {
	r := newPDFReader(testCache)
	f.Cleanup(func() { r.close() })
	if _, err := r.start(); err != nil { // slower than a fuzzer waits
		f.Fatal(err)
	}
	f.Add(makePDF("Permits (2019)\nTwelve.", "Page two"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d, _ := r.extract(data); d.status != "" && d.text != "" {
			t.Errorf("status %q with text", d.status)
		}
		if err := r.failure(); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzDOCX(f *testing.F) {
	fuzzDocument(f, "a.docx", seed(f, "word/document.xml", wordBody, "word/numbering.xml", wordNumbers, "word/_rels/document.xml.rels", wordLinks))
}

// FuzzDOCXBody and FuzzODTBody fuzz the XML before it is packed.
func FuzzDOCXBody(f *testing.F) { fuzzPart(f, "word/document.xml", wordBody) }
func FuzzODTBody(f *testing.F)  { fuzzPart(f, "content.xml", odtBody) }

func fuzzPart(f *testing.F, part, body string) {
	f.Add(body)
	f.Fuzz(func(t *testing.T, body string) {
		data, err := packFiles(part, body)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range fuzzReader(t).attachments("a", data, &problems{}) {
			if a.TextStatus == "" {
				t.Error("no status")
			}
		}
	})
}

func FuzzODT(f *testing.F) {
	fuzzDocument(f, "a.odt", seed(f, "mimetype", typeODT, "content.xml", odtBody))
}

func FuzzXLSX(f *testing.F) { fuzzDocument(f, "a.xlsx", makeXLSX(f)) }
func FuzzHTML(f *testing.F) {
	fuzzDocument(f, "a.html", []byte("<p>One <b>two</b><table><tr><td>1<td><a href=http://a/b>http://a...</a></table><pre>x\ny"))
}
func FuzzCSV(f *testing.F) {
	fuzzDocument(f, "a.csv", []byte("Year,Issued\r\n2019,12\r\n"), []byte("\xfe\xff\x00a"))
}

func FuzzRobots(f *testing.F) {
	f.Add(siteRobots, "/request/a")
	f.Fuzz(func(_ *testing.T, text, path string) { parseRobots(text).allows(path) })
}

func FuzzFileName(f *testing.F) {
	f.Add(`..\a/b`)
	f.Fuzz(func(t *testing.T, s string) {
		if got := fileName(s); got == "" || len(got) > maxFileName || strings.ContainsAny(got, "/\\\x00") || got[0] == '.' {
			t.Errorf("%q: %q", s, got)
		}
	})
}
