-- No e-mail address of a person and no mobile number stands in a published text.
-- severity: error
SELECT source, id
FROM (
  SELECT 'messages' AS source, message_id AS id, text FROM messages
  UNION ALL SELECT 'passages', passage_id, text FROM passages
  UNION ALL SELECT 'evidence', evidence_id, quote FROM evidence
  UNION ALL SELECT 'answers', concat_ws('/', request_id, question_id), answer_text FROM answers
)
WHERE regexp_matches(text, '(?i)\b[a-z]+\.[a-z]+@[a-z0-9.-]+\.[a-z]{2,}') OR regexp_matches(text, '\b07\d{3} ?\d{6}\b')
ORDER BY ALL
