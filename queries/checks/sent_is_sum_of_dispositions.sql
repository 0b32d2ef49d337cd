-- For every question, the dispositions add up to the requests sent.
-- severity: error
SELECT question_id, (SELECT count(*) FROM requests) AS sent, count(a.disposition) AS coded
FROM questions LEFT JOIN answers a USING (question_id)
GROUP BY question_id
HAVING sent <> coded
ORDER BY question_id
