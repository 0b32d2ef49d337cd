-- Every request has one row in answers for each question of the codebook, and no other.
-- severity: error
SELECT coalesce(a.request_id, l.request_id) AS request_id, coalesce(a.question_id, l.question_id) AS question_id,
  CASE WHEN a.request_id IS NULL THEN 'missing' ELSE 'not in the codebook' END AS fault
FROM answers a
FULL JOIN (SELECT request_id, question_id FROM requests CROSS JOIN questions) l
  ON a.request_id = l.request_id AND a.question_id = l.question_id
WHERE a.request_id IS NULL OR l.request_id IS NULL
ORDER BY ALL
