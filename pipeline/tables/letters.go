package tables

import (
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"roundrobin/pipeline/thread"
)

// requestRows makes the row of one request. Days unknown to the coder are null.
func requestRows(r *Result) []row {
	t, q := r.Thread, r.Coded.Request
	attachments := 0
	for _, m := range t.Messages {
		attachments += len(m.Attachments)
	}
	return []row{{
		"request_id":       t.RequestID,
		"batch_id":         t.BatchID,
		"institution_id":   t.Institution.ID,
		"law":              t.Law,
		"foi_reference":    q.Reference,
		"sent_on":          q.SentOn,
		"acknowledged_on":  q.AcknowledgedOn,
		"due_on":           q.DueOn,
		"responded_on":     q.RespondedOn,
		"working_days":     natural(q.WorkingDays),
		"timeliness":       q.Timeliness,
		"outcome":          q.Outcome,
		"platform_status":  t.PlatformStatus,
		"message_count":    len(t.Messages),
		"attachment_count": attachments,
		"source_kind":      t.Source.Kind,
		"source_path":      t.Source.Path,
		"source_sha256":    t.Source.SHA256,
		"source_url":       t.URL,
	}}
}

// natural is n, or null for the -1 that stands for unknown.
func natural(n int) any {
	if n == -1 {
		return nil
	}
	return n
}

func messageRows(r *Result) []row {
	var rows []row
	for _, m := range r.Thread.Messages {
		rows = append(rows, row{
			"message_id":  m.ID,
			"request_id":  r.Thread.RequestID,
			"seq":         m.Seq,
			"direction":   m.Direction,
			"kind":        m.Kind,
			"dated_on":    m.Date,
			"date_basis":  m.DateBasis,
			"sender_role": m.SenderRole,
			"char_count":  utf8.RuneCountInString(m.Text),
			"text":        m.Text,
		})
	}
	return rows
}

func attachmentRows(r *Result) []row {
	var rows []row
	for _, m := range r.Thread.Messages {
		for _, a := range m.Attachments {
			var pages any
			if a.Pages > 0 {
				pages = a.Pages
			}
			rows = append(rows, row{
				"attachment_id": a.ID,
				"message_id":    m.ID,
				"request_id":    r.Thread.RequestID,
				"filename":      a.Filename,
				"media_type":    a.MediaType,
				"bytes":         a.Bytes,
				"sha256":        a.SHA256,
				"text_status":   a.TextStatus,
				"pages":         pages,
				"char_count":    utf8.RuneCountInString(a.Text),
			})
		}
	}
	return rows
}

// passageRows numbers the passages of each text in the order of the text.
func passageRows(r *Result) []row {
	passages := slices.Clone(r.Passages)
	slices.SortStableFunc(passages, func(a, b thread.Passage) int { return compareSpans(a.Span, b.Span) })
	var rows []row
	seq := 0
	for i, p := range passages {
		seq++
		if i == 0 || p.Ref != passages[i-1].Ref {
			seq = 1
		}
		message, attachment := textIDs(r.Thread, p.Ref)
		start, end := r.Thread.CodePoints(p.Span)
		rows = append(rows, row{
			"passage_id":    fmt.Sprintf("%s/p%d", cmp.Or(attachment, message), seq),
			"request_id":    r.Thread.RequestID,
			"message_id":    message,
			"attachment_id": attachment,
			"seq":           seq,
			"char_start":    start,
			"char_end":      end,
			"role":          p.Role,
			"question_ids":  p.QuestionIDs,
			"text":          r.Thread.Quote(p.Span),
		})
	}
	return rows
}

// textIDs names the text of a reference; attachment is "" for a body.
func textIDs(t *thread.Thread, ref thread.TextRef) (message, attachment string) {
	m := &t.Messages[ref.Message]
	if ref.Attachment >= 0 {
		attachment = m.Attachments[ref.Attachment].ID
	}
	return m.ID, attachment
}

// compareSpans orders spans as they stand in the thread, a body before the
// attachments of its message.
func compareSpans(a, b thread.Span) int {
	return cmp.Or(
		a.Ref.Message-b.Ref.Message,
		a.Ref.Attachment-b.Ref.Attachment,
		a.Start-b.Start,
		a.End-b.End,
	)
}
