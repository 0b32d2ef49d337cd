-- Sections applied to each question; n = bodies, answered = replies to the question of whatever kind; share = n of answered; low and high bound it over applicable, which leaves out not_applicable.
-- title: Grounds of refusal, by question
WITH base AS (
  SELECT question_id, position, count(*) AS sent, count_if(disposition <> 'not_applicable') AS applicable,
    count_if(disposition NOT IN ('not_applicable', 'no_response')) AS answered
  FROM answers JOIN questions USING (question_id)
  GROUP BY question_id, position
), counted AS (
  SELECT question_id, law, section, count(DISTINCT request_id) AS n
  FROM exemptions WHERE applied = 'applied' GROUP BY question_id, law, section
)
SELECT question_id, law, section, n, answered, applicable, sent,
  round(100.0 * n / nullif(answered, 0), 1) AS share,
  round(100.0 * n / nullif(applicable, 0), 1) AS low,
  round(100.0 * least(n + applicable - answered, applicable) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM counted JOIN base USING (question_id)
ORDER BY position, n DESC, law, section
