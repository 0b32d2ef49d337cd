package collect

import (
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"roundrobin/pipeline/thread"
)

// sizeLine stands under the name of an attachment on a page: its size and the
// links to it.
var sizeLine = regexp.MustCompile(`^\d+(?:\.\d+)?[KMG]?B?(?:\s+(?:Download|View as HTML))+$`)

// listMark begins the line that stands for a listed attachment until the page
// is split; cleanText leaves no such character in a page.
const listMark = "\x1e"

// markListed puts a mark in the place of each attachment that the page lists
// and returns their names. A name counts where the size stands below it or
// where a file beside the page has it.
func markListed(lines, files []string) (marked, names []string) {
	beside := map[string]bool{}
	for _, f := range files {
		beside[plainName(path.Base(f))] = true
	}
	for i := 0; i < len(lines); i++ {
		name := strings.TrimSpace(lines[i])
		sized := i+1 < len(lines) && sizeLine.MatchString(strings.TrimSpace(lines[i+1]))
		if name == "" || !sized && !beside[plainName(name)] {
			marked = append(marked, lines[i])
			continue
		}
		marked = append(marked, listMark+strconv.Itoa(len(names)))
		names = append(names, name)
		if sized {
			i++
		}
	}
	return marked, names
}

// takeListed takes the marks out of a message's text and returns the names
// they stand for.
func takeListed(text string, names []string) (rest string, taken []string) {
	var kept []string
	for line := range strings.SplitSeq(text, "\n") {
		mark, ok := strings.CutPrefix(line, listMark)
		if n, err := strconv.Atoi(mark); ok && err == nil && n < len(names) {
			taken = append(taken, names[n])
			continue
		}
		kept = append(kept, line)
	}
	return strings.Join(kept, "\n"), taken
}

// attachListed gives the messages of a page their files. One that no message
// lists is taken for an attachment of the last reply, and reported.
func (r *Reader) attachListed(t *thread.Thread, it Item, listed [][]string, p *problems) {
	left := slices.Clone(it.Files)
	for i, names := range listed {
		for _, name := range names {
			at := slices.IndexFunc(left, func(f string) bool { return plainName(path.Base(f)) == plainName(name) })
			if at < 0 {
				t.Messages[i].Attachments = append(t.Messages[i].Attachments, missing(name))
				continue
			}
			t.Messages[i].Attachments = append(t.Messages[i].Attachments, r.besideFile(it, left[at], name, p)...)
			left = slices.Delete(left, at, at+1)
		}
	}
	last := len(t.Messages) - 1
	for last >= 0 && t.Messages[last].Direction != thread.Received {
		last--
	}
	for _, file := range left {
		if last < 0 {
			p.warn(ProblemUnsupportedFile, file, "no message has this attachment")
			continue
		}
		p.warn(ProblemUnsupportedFile, file, "no message lists this file: read with the last reply")
		t.Messages[last].Attachments = append(t.Messages[last].Attachments, r.besideFile(it, file, path.Base(file), p)...)
	}
}

// besideFile makes the attachments of a file beside a page.
func (r *Reader) besideFile(it Item, file, name string, p *problems) []thread.Attachment {
	data, err := os.ReadFile(it.file(file))
	if err != nil {
		return []thread.Attachment{missing(name)}
	}
	return r.attachments(name, data, p)
}
