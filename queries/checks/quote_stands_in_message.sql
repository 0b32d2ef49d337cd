-- A quote from a message stands verbatim at its place in the message's text.
-- severity: error
SELECT e.evidence_id, e.message_id, e.char_start, e.char_end, e.quote,
  substring(m.text, e.char_start + 1, e.char_end - e.char_start) AS stands_there
FROM evidence e JOIN messages m USING (message_id)
WHERE e.attachment_id IS NULL
  AND substring(m.text, e.char_start + 1, e.char_end - e.char_start) IS DISTINCT FROM e.quote
ORDER BY e.evidence_id
