package collect

import (
	"cmp"
	"encoding/csv"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"roundrobin/pipeline/thread"
)

var (
	batchPart = regexp.MustCompile(`^(?:.*/)?([^/]+) - ([^/]+)/(\d{4}-\d{2}-\d{2}-\d{6})/(?:(outgoing|incoming)_(\d+)\.txt|attachments-(\d+)/(.+))$`)
	batchName = regexp.MustCompile(`^batch-(\d+)-`)
)

// batchFile is one file of a batch export, by the parts of its path: <Body> -
// <url_title>/<time>/outgoing_<id>.txt, incoming_<id>.txt or
// attachments-<incoming id>/<filename>.
type batchFile struct {
	body, slug, time string
	direction        string // outgoing, incoming, "" for an attachment
	id               int    // of the message
	filename         string // of an attachment
	data             []byte
}

// batch reads the export of a batch, one thread for each folder; nil for an
// archive of another kind.
func (r *Reader) batch(src source, entries []entry, p *problems) []*thread.Thread {
	var files []batchFile
	var rest []entry
	for _, e := range entries {
		if f, ok := parseBatchFile(e); ok {
			files = append(files, f)
		} else {
			rest = append(rest, e)
		}
	}
	if len(files) == 0 {
		return nil
	}
	slices.SortStableFunc(files, func(a, b batchFile) int {
		return cmp.Or(cmp.Compare(a.slug, b.slug), cmp.Compare(a.time, b.time), -cmp.Compare(a.direction, b.direction), cmp.Compare(a.id, b.id))
	})
	batchID := ""
	if m := batchName.FindStringSubmatch(path.Base(src.Path)); m != nil {
		batchID = m[1]
	}
	var out []*thread.Thread
	for len(files) > 0 {
		n := 1
		for n < len(files) && files[n].slug == files[0].slug {
			n++
		}
		t := r.batchThread(files[:n], p)
		t.BatchID, t.Source.Kind = batchID, KindBatchZip
		out = append(out, t)
		files = files[n:]
	}
	readDashboard(rest, out, p)
	return out
}

func parseBatchFile(e entry) (batchFile, bool) {
	m := batchPart.FindStringSubmatch(e.name)
	if m == nil {
		return batchFile{}, false
	}
	id, err := strconv.Atoi(m[5] + m[6])
	if err != nil {
		return batchFile{}, false
	}
	return batchFile{m[1], m[2], m[3], m[4], id, m[7], e.data}, true
}

// batchThread makes the messages of one folder in the order of their times.
func (r *Reader) batchThread(files []batchFile, p *problems) *thread.Thread {
	t := &thread.Thread{RequestID: files[0].slug, Title: titleOf(files[0].slug), Institution: thread.Institution{Name: files[0].body}}
	at := map[int]int{} // incoming id → index of its message
	for _, f := range files {
		if f.direction == "" {
			continue
		}
		text, note := decodeText(f.data)
		if note != "" {
			p.warn(ProblemInvalidText, f.slug+"/"+f.direction+" "+strconv.Itoa(f.id), "%s", note)
		}
		m := thread.Message{Direction: thread.Sent, Text: text}
		if f.direction == "incoming" {
			m.Direction = thread.Received
			at[f.id] = len(t.Messages)
		}
		if when, err := time.Parse("2006-01-02-150405", f.time); err == nil {
			m.Date, m.DateBasis = day(when), dateHeader
		}
		t.Messages = append(t.Messages, m)
	}
	for _, f := range files {
		if f.direction != "" {
			continue
		}
		i, ok := at[f.id]
		if !ok {
			p.warn(ProblemUnsupportedFile, f.slug+"/"+f.filename, "no message has this attachment")
			continue
		}
		t.Messages[i].Attachments = append(t.Messages[i].Attachments, r.attachments(f.filename, f.data, p)...)
	}
	return t
}

// day is the calendar day of a time as its own clock shows it.
func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

var slugNumber = regexp.MustCompile(`_\d+$`)

// titleOf makes a title of a request's slug, which is cut and has no capitals.
func titleOf(slug string) string {
	words := strings.ReplaceAll(slugNumber.ReplaceAllString(slug, ""), "_", " ")
	if words == "" {
		return ""
	}
	return strings.ToUpper(words[:1]) + words[1:]
}

// readDashboard takes the status and the address of each request from the CSV
// of the batch.
func readDashboard(rest []entry, threads []*thread.Thread, p *problems) {
	for _, e := range rest {
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(e.data), "\ufeff"))).ReadAll()
		if path.Ext(e.name) != ".csv" || err != nil || len(rows) == 0 || !slices.Contains(rows[0], "request_url") {
			p.warn(ProblemUnsupportedFile, e.name, "the file belongs to no message")
			continue
		}
		url, status := slices.Index(rows[0], "request_url"), slices.Index(rows[0], "request_status")
		for _, row := range rows[1:] {
			for _, t := range threads {
				if path.Base(row[url]) == t.RequestID {
					t.URL = row[url]
					if status >= 0 {
						t.PlatformStatus = row[status]
					}
				}
			}
		}
	}
}
