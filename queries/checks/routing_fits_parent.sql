-- A question on which the reply is silent is routed around where its parent rules it out, and only there.
-- severity: error
WITH ruled AS (
  SELECT a.request_id, a.question_id, a.disposition, a.basis, q.applies_question,
    coalesce(parent.polarity, p.items[1]) AS parent_value, q.applies_unless
  FROM answers a
  JOIN questions q USING (question_id)
  LEFT JOIN answers parent ON parent.request_id = a.request_id AND parent.question_id = q.applies_question
  LEFT JOIN practice p ON p.request_id = a.request_id AND p.variable = q.applies_variable
)
SELECT request_id, question_id, disposition, basis, applies_question, parent_value
FROM ruled
WHERE (basis = 'routed' AND parent_value IS DISTINCT FROM applies_unless)
  OR (disposition = 'not_addressed' AND parent_value = applies_unless)
ORDER BY ALL
