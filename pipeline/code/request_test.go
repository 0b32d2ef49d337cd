package code

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"roundrobin/pipeline/thread"
)

// goldRequest is the request of a gold file.
type goldRequest struct {
	Reference    string `yaml:"foi_reference"`
	Law          string `yaml:"law"`
	Sent         string `yaml:"sent_on"`
	Acknowledged string `yaml:"acknowledged_on"`
	Due          string `yaml:"due_on"`
	Responded    string `yaml:"responded_on"`
	WorkingDays  *int   `yaml:"working_days"`
	Timeliness   string `yaml:"timeliness"`
}

// corpusThread reads a labelled thread; only what codeRequest needs.
func corpusThread(t *testing.T, path string) *thread.Thread {
	t.Helper()
	var in struct {
		Institution struct {
			Nation string `yaml:"nation"`
		} `yaml:"institution"`
		Messages []struct {
			Direction, Kind, Date, Body string
			Attachments                 []struct{ Filename, Text string }
		}
	}
	readYAML(t, path, &in)
	out := &thread.Thread{}
	out.Institution.Nation = in.Institution.Nation
	for _, m := range in.Messages {
		msg := thread.Message{Direction: m.Direction, Kind: m.Kind, Text: m.Body}
		msg.Date, _ = time.Parse(time.DateOnly, m.Date)
		for _, a := range m.Attachments {
			msg.Attachments = append(msg.Attachments, thread.Attachment{Filename: a.Filename, Text: a.Text})
		}
		out.Messages = append(out.Messages, msg)
	}
	return out
}

func readYAML(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatalf("read %s: %v", path, err)
	}
}

// goldFiles lists the labelled threads to develop with.
func goldFiles(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, dir := range []string{"../../../shared/corpus", "../../data/evaluation/dev"} {
		files, _ := filepath.Glob(filepath.Join(dir, "*.gold.yaml"))
		for _, f := range files {
			if !keptAside[strings.TrimSuffix(filepath.Base(f), ".gold.yaml")] {
				out = append(out, f)
			}
		}
	}
	if len(out) == 0 {
		t.Skip("no labelled threads: ../shared/corpus absent")
	}
	return out
}

// keptAside are the threads of the corpus that no rule is developed with.
var keptAside = map[string]bool{"marrowby": true, "oxmere": true, "tarnwick": true}

func TestCodeRequestOnCorpus(t *testing.T) {
	ref := testReference(t)
	for _, path := range goldFiles(t) {
		var gold struct{ Request goldRequest }
		readYAML(t, path, &gold)
		th := corpusThread(t, strings.TrimSuffix(path, ".gold.yaml")+".thread.yaml")
		th.Law = gold.Request.Law
		got, evidence := codeRequest(th, ref)
		checkRequest(t, filepath.Base(path), got, gold.Request)
		for _, e := range evidence {
			if q := th.Quote(e.Span); q == "" {
				t.Errorf("%s: no quote for %s %s", filepath.Base(path), e.Variable, e.Value)
			}
		}
	}
}

func TestCodeRequest(t *testing.T) {
	ref := testReference(t)
	sent := func(kind, date, text string) thread.Message {
		return message(thread.Sent, kind, date, text)
	}
	received := func(kind, date, text string) thread.Message {
		return message(thread.Received, kind, date, text)
	}
	days := func(n int) *int { return &n }
	tests := []struct {
		name     string
		messages []thread.Message
		want     goldRequest
	}{
		{"no headers at all", []thread.Message{
			sent("request", "", "Dear College, please send the policy."),
			received("acknowledgement", "", "We have your request and will answer by 6 July."),
			received("response", "", "3 July 2020\n\nDear Sam,\nThank you for your request of 8 June."),
		}, goldRequest{Sent: "2020-06-08", Due: "2020-07-06", Responded: "2020-07-03", WorkingDays: days(19), Timeliness: "on_time"}},
		{"nothing dated", []thread.Message{
			sent("request", "", "Dear College"), received("response", "", "Dear Sam, no."),
		}, goldRequest{Timeliness: "undated"}},
		{"the clock starts again", []thread.Message{
			sent("request", "2020-06-02", "Dear College"),
			received("clarification_request", "2020-06-05", "Which years? The clock stops until we hear from you."),
			sent("clarification", "2020-06-15", "All years."),
			received("response", "2020-07-15", "Dear Sam, thank you for your e-mail of 15 June."),
		}, goldRequest{Sent: "2020-06-02", Due: "2020-07-14", Responded: "2020-07-15", WorkingDays: days(21), Timeliness: "late"}},
		{"a question that stops no clock", []thread.Message{
			sent("request", "2020-06-02", "Dear College"),
			received("clarification_request", "2020-06-05", "Out of interest, which years do you mean?"),
			sent("clarification", "2020-06-15", "All years."),
			received("response", "2020-06-30", "Dear Sam, here it is."),
		}, goldRequest{Sent: "2020-06-02", Due: "2020-06-30", Responded: "2020-06-30", WorkingDays: days(20), Timeliness: "on_time"}},
		{"out of office and receipt", []thread.Message{
			sent("request", "2020-06-02", "Dear College"),
			received("acknowledgement", "2020-06-02", "I am out of the office until Monday."),
			received("acknowledgement", "2020-06-04", "Automatic reply: your message has been received."),
		}, goldRequest{Sent: "2020-06-02", Acknowledged: "2020-06-04", Due: "2020-06-30", Timeliness: "overdue"}},
		{"a review leaves the first reply", []thread.Message{
			sent("request", "2020-06-02", "Dear College"),
			received("response", "2020-06-10", "No."),
			received("review", "2020-07-20", "Your request for a review of 1 July 2020: yes."),
		}, goldRequest{Sent: "2020-06-02", Due: "2020-06-30", Responded: "2020-06-10", WorkingDays: days(6), Timeliness: "on_time"}},
		{"withdrawn in time", []thread.Message{
			sent("request", "2020-06-02", "Dear College"),
			sent("withdrawal", "2020-06-08", "I withdraw it."),
			received("response", "2020-06-09", "We have closed the request."),
		}, goldRequest{Sent: "2020-06-02", Due: "2020-06-30", Timeliness: "undated"}},
	}
	for _, tt := range tests {
		got, _ := codeRequest(&thread.Thread{Law: "foia", Messages: tt.messages}, ref)
		checkRequest(t, tt.name, got, tt.want)
	}
}

func message(direction, kind, date, text string) thread.Message {
	m := thread.Message{Direction: direction, Kind: kind, Text: text}
	m.Date, _ = time.Parse(time.DateOnly, date)
	return m
}

func checkRequest(t *testing.T, name string, got thread.Request, want goldRequest) {
	t.Helper()
	days := -1
	if want.WorkingDays != nil {
		days = *want.WorkingDays
	}
	if got.WorkingDays != days {
		t.Errorf("%s: working_days %d, want %d", name, got.WorkingDays, days)
	}
	for _, c := range []struct{ field, got, want string }{
		{"foi_reference", got.Reference, want.Reference},
		{"sent_on", dayText(got.SentOn), want.Sent},
		{"acknowledged_on", dayText(got.AcknowledgedOn), want.Acknowledged},
		{"due_on", dayText(got.DueOn), want.Due},
		{"responded_on", dayText(got.RespondedOn), want.Responded},
		{"timeliness", got.Timeliness, want.Timeliness},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s %q, want %q", name, c.field, c.got, c.want)
		}
	}
}

func dayText(d time.Time) string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}
