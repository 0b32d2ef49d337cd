-- A request with more than one substantive reply has an earlier answer to each question, and no other has any.
-- severity: error
WITH replied AS (
  SELECT request_id, count_if(direction = 'received' AND kind IN ('response', 'review')) AS replies FROM messages GROUP BY request_id
)
SELECT a.request_id, a.question_id, replies
FROM answers a JOIN replied USING (request_id)
LEFT JOIN earlier_answers e ON e.request_id = a.request_id AND e.question_id = a.question_id
WHERE (replies > 1) <> (e.request_id IS NOT NULL)
ORDER BY ALL
