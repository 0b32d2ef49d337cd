-- A cell that a person decided has the code decided, and its answer says that it was reviewed.
-- severity: error
WITH answered AS (
  SELECT request_id, question_id, 'disposition' AS variable, disposition AS code, coder FROM answers
  UNION ALL SELECT request_id, question_id, 'basis', basis, coder FROM answers
  UNION ALL SELECT request_id, question_id, 'polarity', polarity, coder FROM answers
), cells AS (
  SELECT d.decision_id, d.person_code, a.code, a.coder
  FROM decisions d LEFT JOIN answered a ON a.request_id = d.request_id AND a.question_id = d.question_id AND a.variable = d.variable
  WHERE d.table_name = 'answers'
  UNION ALL
  SELECT d.decision_id, d.person_code, coalesce(nullif(array_to_string(p.items, '; '), ''), p.status), 'reviewed'
  FROM decisions d LEFT JOIN practice p ON p.request_id = d.request_id AND p.variable = d.variable
  WHERE d.table_name = 'monitoring_practice'
)
SELECT decision_id, person_code, code, coder FROM cells
WHERE person_code IS DISTINCT FROM code OR coder IS DISTINCT FROM 'reviewed'
ORDER BY ALL
