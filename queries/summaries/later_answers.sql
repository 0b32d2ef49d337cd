-- Answers that rest on a message after the body's first response; review = of n, on a review; wholly = of n, on nothing earlier; answered = answers with words to rest on; share = n of answered. What was said before stands in later_wordings.
-- title: Answers that a later reply changed
WITH first_response AS (
  SELECT request_id, min(seq) AS first_seq FROM messages WHERE direction = 'received' AND kind = 'response' GROUP BY request_id
), rests AS (
  SELECT e.request_id, e.row_key AS question_id, bool_or(seq > first_seq) AS later, bool_and(seq > first_seq) AS wholly,
    bool_or(seq > first_seq AND kind = 'review') AS review
  FROM evidence e JOIN messages USING (message_id) JOIN first_response f ON f.request_id = e.request_id
  WHERE e.table_name = 'answers'
  GROUP BY e.request_id, e.row_key
), counted AS (
  SELECT question_id, count_if(later) AS n, count_if(review) AS review, count_if(wholly) AS wholly, count(*) AS answered
  FROM rests GROUP BY question_id
)
SELECT q.question_id, coalesce(n, 0) AS n, coalesce(review, 0) AS review, coalesce(wholly, 0) AS wholly,
  coalesce(answered, 0) AS answered, count_if(disposition <> 'not_applicable') AS applicable, count(a.request_id) AS sent,
  round(100.0 * n / nullif(c.answered, 0), 1) AS share,
  CASE WHEN coalesce(c.answered, 0) < 10 THEN 'few' END AS few
FROM questions q LEFT JOIN counted c USING (question_id) LEFT JOIN answers a USING (question_id)
GROUP BY q.question_id, q.position, n, review, wholly, c.answered
ORDER BY q.position
