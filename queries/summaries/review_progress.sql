-- How far people have gone over the answers: by rules alone, reviewed after the rules, or coded by hand; share = n, by a person, of sent. Whether person and rules agree stands in agreement.
-- title: How far people have gone over the answers
WITH counted AS (
  SELECT q.question_id, q.position,
    count_if(coder = 'rules') AS rules, count_if(coder = 'reviewed') AS reviewed, count_if(coder = 'manual') AS manual,
    count_if(coder <> 'rules') AS n, count_if(coder = 'rules' AND needs_review) AS waiting, count(a.request_id) AS sent
  FROM questions q LEFT JOIN answers a USING (question_id)
  GROUP BY q.question_id, q.position
)
SELECT question_id, rules, reviewed, manual, waiting, n, sent, round(100.0 * n / nullif(sent, 0), 1) AS share
FROM counted
ORDER BY position
