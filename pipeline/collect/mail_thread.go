package collect

import (
	"strings"

	"roundrobin/pipeline/thread"
)

// conversations groups messages in order of time: by what they refer to, and
// where that fails by the body that one of them was exchanged with.
func conversations(all []letterMail) [][]letterMail {
	var groups [][]letterMail
	byID := map[string]int{}
	byDomain := map[string]int{}
	for _, m := range all {
		at := -1
		for _, ref := range m.refs {
			if i, ok := byID[ref]; ok {
				at = i
			}
		}
		for _, d := range m.domains() {
			if i, ok := byDomain[d]; ok && at < 0 {
				at = i
			}
		}
		if at < 0 {
			at = len(groups)
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], m)
		byID[m.id] = at
		for _, d := range m.domains() {
			byDomain[d] = at
		}
	}
	return groups
}

// domains are the domains of public bodies among sender and addressee; where
// neither is one, both, except those of mail providers, which many share.
func (m *letterMail) domains() []string {
	var bodies []string
	for _, address := range []string{m.from.Address, m.to.Address} {
		if d := domain(address); isPublicDomain(d) {
			bodies = append(bodies, registered(d))
		}
	}
	return bodies
}

func domain(address string) string {
	_, d, _ := strings.Cut(address, "@")
	return d
}

func isPublicDomain(d string) bool {
	return strings.HasSuffix(d, ".ac.uk") || strings.HasSuffix(d, ".gov.uk") || strings.HasSuffix(d, ".org.uk") ||
		strings.HasSuffix(d, ".gov.scot") || strings.HasSuffix(d, ".gov.wales")
}

// registered cuts a domain to its registered part: three labels below a public
// second level such as ac.uk.
func registered(d string) string {
	labels := strings.Split(d, ".")
	if n := len(labels); n > 3 {
		labels = labels[n-3:]
	}
	return strings.Join(labels, ".")
}

// mailThread makes a thread of one conversation. The requester is the sender
// of the first message; where that came from a public body, its addressee.
func (r *Reader) mailThread(mails []letterMail) *thread.Thread {
	requester, body := mails[0].from, mails[0].to
	if isPublicDomain(domain(requester.Address)) {
		requester, body = body, requester
	}
	t := &thread.Thread{Title: plainSubject(mails[0].subject), Institution: r.institutions.ofDomain(domain(body.Address))}
	for _, m := range mails {
		m.message.Direction = thread.Received
		if m.from.Address == requester.Address {
			m.message.Direction = thread.Sent
		}
		t.Messages = append(t.Messages, m.message)
	}
	restoreRequest(t)
	if t.Institution.ID == "" {
		t.Institution.Name = mailBody(t, body.Name)
	}
	return t
}

// mailBody is the name of the institution: who the request addresses, else the
// name on the address.
func mailBody(t *thread.Thread, shown string) string {
	for _, m := range t.Messages {
		for line := range strings.SplitSeq(m.Text, "\n") {
			if to, ok := greeting(line); ok && m.Direction == thread.Sent && bodyName.MatchString(to) {
				return to
			}
		}
	}
	if name := bodyName.FindString(shown); name != "" {
		return name
	}
	for _, m := range t.Messages {
		if name := bodyName.FindString(m.Text); name != "" && m.Direction == thread.Received {
			return name
		}
	}
	return shown
}

// plainSubject drops the marks of replies and forwards.
func plainSubject(s string) string {
	for {
		head, rest, ok := strings.Cut(s, ":")
		switch strings.ToLower(strings.TrimSpace(head)) {
		case "re", "fw", "fwd", "aw":
			if ok {
				s = strings.TrimSpace(rest)
				continue
			}
		}
		return s
	}
}
