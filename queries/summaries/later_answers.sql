-- What changed between a body's first substantive reply and its last, a review say: each code of an answer that is not what the same rules make of the first reply alone; kind = of the last reply; coder = reviewed where a person decided the answer later. What stayed the same is counted in later_changes.
-- title: Answers that a later reply changed
WITH last_reply AS (
  SELECT request_id, max_by(kind, seq) AS kind FROM messages
  WHERE direction = 'received' AND kind IN ('response', 'review') GROUP BY request_id
), codes AS (
  SELECT request_id, question_id, unnest(['disposition', 'polarity', 'exemptions']) AS variable,
    unnest([e.disposition, e.polarity, nullif(array_to_string(e.exemptions, '; '), '')]) AS before,
    unnest([a.disposition, a.polarity, nullif(array_to_string(a.exemptions, '; '), '')]) AS after,
    a.institution_id, a.coder
  FROM earlier_answers e JOIN answers a USING (request_id, question_id)
)
SELECT institution_id, question_id, variable, before, after, kind, coder
FROM codes JOIN questions USING (question_id) JOIN last_reply USING (request_id)
WHERE before IS DISTINCT FROM after
ORDER BY institution_id, request_id, position, variable
