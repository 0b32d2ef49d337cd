-- Answers that a person should look at, by question; sent = all answers to it.
-- title: Answers that wait for a person
SELECT q.question_id, count_if(needs_review) AS needs_review, count(a.request_id) AS sent,
  round(min(confidence), 2) AS least_confidence
FROM questions q LEFT JOIN answers a USING (question_id)
GROUP BY q.question_id, q.position
ORDER BY q.position
