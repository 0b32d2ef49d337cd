-- A passage of a message is what stands at its place in the message's text.
-- severity: error
SELECT p.passage_id, p.char_start, p.char_end
FROM passages p JOIN messages m USING (message_id)
WHERE p.attachment_id IS NULL
  AND substring(m.text, p.char_start + 1, p.char_end - p.char_start) IS DISTINCT FROM p.text
ORDER BY p.passage_id
