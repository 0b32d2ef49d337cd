package collect

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

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
