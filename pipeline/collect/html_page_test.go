package collect

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

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
