-- A quote from an attachment is, as far as it lies in a passage, what the passage has at that place.
-- severity: error
WITH shared AS (
  SELECT e.evidence_id, p.passage_id, e.quote, p.text,
    greatest(e.char_start, p.char_start) AS first, least(e.char_end, p.char_end) AS last,
    e.char_start AS quote_start, p.char_start AS passage_start
  FROM evidence e JOIN passages p
    ON p.attachment_id = e.attachment_id AND p.char_start < e.char_end AND e.char_start < p.char_end
)
SELECT evidence_id, passage_id, substring(quote, first - quote_start + 1, last - first) AS quoted,
  substring(text, first - passage_start + 1, last - first) AS stands_there
FROM shared
WHERE quoted <> stands_there
ORDER BY ALL
