package collect

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

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

func TestRequestQuotedInALoneReply(t *testing.T) {
	tests := map[string]string{
		"outlook": "\nFrom: Ida Quill <ida@mail.example>\nSent: Friday, 1 May 2020 23:30\nTo: FOI\nSubject: Permits\n\nDear University of Bath,\nHow many?\nYours,\nIda Quill\n",
		"marks":   "\nOn Fri, 1 May 2020 at 23:30, Ida Quill <ida@mail.example> wrote:\n> Dear University of Bath,\n> How many?\n> Yours,\n> Ida Quill\n",
	}
	for name, quoted := range tests {
		t.Run(name, func(t *testing.T) {
			reply := "From: FOI <foi@bath.ac.uk>\nTo: Ida Quill <ida@mail.example>\nSubject: RE: Permits\nDate: Tue, 12 May 2020 10:00:00 +0100\n\nDear Ida,\nTwelve.\n" + quoted
			threads, found := collectFiles(t, false, map[string]string{"reply.eml": reply})
			if len(threads) != 1 || len(threads[0].Messages) != 2 {
				t.Fatal(threads, found)
			}
			want := brief{Direction: "sent", Date: "2020-05-01", Text: "Dear University of Bath,\nHow many?\nYours,\n[name]"}
			if d := cmp.Diff(want, briefs(threads[0])[0]); d != "" {
				t.Error(d)
			}
		})
	}
}
