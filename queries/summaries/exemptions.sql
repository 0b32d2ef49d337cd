-- Sections cited, applied or merely mentioned; n = requests, answered = replies; share = n of answered; low and high bound it over applicable, which leaves out requests withdrawn.
-- title: Grounds of refusal, by section
WITH base AS (
  SELECT count(*) AS sent, count_if(outcome <> 'withdrawn') AS applicable,
    count_if(outcome NOT IN ('no_response', 'withdrawn')) AS answered
  FROM requests
), counted AS (
  SELECT x.law, section, applied, count(DISTINCT request_id) AS n, count(*) AS questions
  FROM exemptions x JOIN requests USING (request_id)
  WHERE outcome <> 'withdrawn'
  GROUP BY x.law, section, applied
)
SELECT law, section, applied, questions, n, answered, applicable, sent,
  round(100.0 * n / nullif(answered, 0), 1) AS share,
  round(100.0 * n / nullif(applicable, 0), 1) AS low,
  round(100.0 * (n + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM counted CROSS JOIN base
ORDER BY applied, n DESC, law, section
