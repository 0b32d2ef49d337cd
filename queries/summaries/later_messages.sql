-- What each message after a body's first response added: the cells that rest on words in it; days since that response; a message on which nothing rests left the codes as they were.
-- title: What each later message added
WITH first_response AS (
  SELECT request_id, min(seq) AS first_seq, min_by(dated_on, seq) AS first_on
  FROM messages WHERE direction = 'received' AND kind = 'response' GROUP BY request_id
), resting AS (
  SELECT message_id, count(DISTINCT row_key) FILTER (table_name = 'answers') AS answers,
    count(DISTINCT variable) FILTER (table_name = 'monitoring_practice') AS variables,
    count(DISTINCT concat_ws('/', table_name, row_key)) FILTER (table_name NOT IN ('answers', 'monitoring_practice', 'requests')) AS facts
  FROM evidence GROUP BY message_id
)
SELECT institution_id, kind, dated_on, date_diff('day', first_on, dated_on) AS days, coalesce(answers, 0) AS answers,
  coalesce(variables, 0) AS variables, coalesce(facts, 0) AS facts, outcome
FROM messages m JOIN first_response USING (request_id) JOIN requests USING (request_id) LEFT JOIN resting r ON r.message_id = m.message_id
WHERE direction = 'received' AND kind IN ('response', 'review', 'delay', 'other') AND seq > first_seq
ORDER BY institution_id, request_id, seq
