-- An answer that the reply states, and one that the first reply stated, has evidence.
-- severity: error
SELECT source, request_id, question_id, disposition
FROM (
  SELECT 'answers' AS source, request_id, question_id, disposition, basis FROM answers
  UNION ALL SELECT 'earlier_answers', request_id, question_id, disposition, basis FROM earlier_answers
) a
WHERE basis = 'stated' AND NOT EXISTS (
  FROM evidence e
  WHERE e.request_id = a.request_id AND e.table_name = a.source AND e.row_key = a.question_id)
ORDER BY ALL
