-- An answer lists exemptions where the table exemptions has an applied row for it, and only there.
-- severity: warning
SELECT coalesce(a.request_id, x.request_id) AS request_id, coalesce(a.question_id, x.question_id) AS question_id,
  a.exemptions, x.sections
FROM (SELECT request_id, question_id, exemptions FROM answers WHERE len(exemptions) > 0) a
FULL JOIN (
  SELECT request_id, question_id, list(section ORDER BY law, section) AS sections
  FROM exemptions WHERE applied = 'applied' GROUP BY ALL) x
  ON a.request_id = x.request_id AND a.question_id = x.question_id
WHERE a.request_id IS NULL OR x.request_id IS NULL
ORDER BY ALL
