-- A quote from an attachment begins and ends in a passage, as the attachment's text stands there alone.
-- severity: warning
SELECT evidence_id, attachment_id, char_start, char_end, quote
FROM evidence e
WHERE attachment_id IS NOT NULL AND (
  NOT EXISTS (FROM passages p WHERE p.attachment_id = e.attachment_id AND p.char_start <= e.char_start AND e.char_start < p.char_end)
  OR NOT EXISTS (FROM passages p WHERE p.attachment_id = e.attachment_id AND p.char_start < e.char_end AND e.char_end <= p.char_end))
ORDER BY evidence_id
