-- What a body said of a question in its first response beside what it said later, a review say; before = no words of it in the first response, so the code rests on later words alone; the disposition is that of the whole thread.
-- title: First and later words on a question
WITH first_response AS (
  SELECT request_id, min(seq) AS first_seq FROM messages WHERE direction = 'received' AND kind = 'response' GROUP BY request_id
), said AS (
  SELECT p.request_id, u.question_id, m.seq, m.kind, m.dated_on, m.seq > f.first_seq AS later,
    string_agg(regexp_replace(p.text, '\s+', ' ', 'g'), ' ' ORDER BY p.attachment_id NULLS FIRST, p.seq) AS words
  FROM passages p JOIN messages m USING (message_id) JOIN first_response f ON f.request_id = p.request_id,
    unnest(p.question_ids) AS u(question_id)
  WHERE p.role = 'answer' AND m.direction = 'received' AND m.seq >= f.first_seq
  GROUP BY ALL
)
SELECT a.institution_id, l.question_id, l.kind, l.dated_on, a.disposition,
  CASE WHEN e.words IS NULL THEN 'silent' WHEN e.words = l.words THEN 'same words' ELSE 'other words' END AS before,
  left(e.words, 200) AS first_words, left(l.words, 200) AS later_words
FROM said l
LEFT JOIN said e ON e.request_id = l.request_id AND e.question_id = l.question_id AND NOT e.later
JOIN answers a ON a.request_id = l.request_id AND a.question_id = l.question_id
JOIN questions q ON q.question_id = l.question_id
WHERE l.later
ORDER BY a.institution_id, a.request_id, q.position, l.seq
