-- An answer that the reply states has evidence.
-- severity: error
SELECT request_id, question_id, disposition
FROM answers a
WHERE basis = 'stated' AND NOT EXISTS (
  FROM evidence e
  WHERE e.request_id = a.request_id AND e.table_name = 'answers' AND e.row_key = a.question_id)
ORDER BY ALL
