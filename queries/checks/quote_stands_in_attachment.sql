-- A quote from an attachment stands verbatim in the passage that covers its place.
-- severity: error
SELECT e.evidence_id, e.attachment_id, e.char_start, e.char_end, e.quote,
  substring(p.text, e.char_start - p.char_start + 1, e.char_end - e.char_start) AS stands_there
FROM evidence e JOIN passages p
  ON p.attachment_id = e.attachment_id AND p.char_start <= e.char_start AND e.char_end <= p.char_end
WHERE substring(p.text, e.char_start - p.char_start + 1, e.char_end - e.char_start) <> e.quote
ORDER BY e.evidence_id
