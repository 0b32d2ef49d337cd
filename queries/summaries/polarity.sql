-- Answers to the yes/no questions; share = n of answered; low and high bound it over applicable if all unknown were otherwise or all so (Horowitz-Manski). Refused, not held, ncnd and silent are unknown, never no.
-- title: Answers to the yes/no questions
WITH base AS (
  SELECT question_id, position, count(disposition) AS sent, count(polarity) AS answered,
    count(disposition) - count_if(disposition = 'not_applicable') AS applicable
  FROM questions LEFT JOIN answers USING (question_id)
  WHERE yes_no
  GROUP BY question_id, position
), counted AS (
  SELECT question_id, polarity, count(*) AS n FROM answers GROUP BY question_id, polarity
)
SELECT b.question_id, c.code AS polarity, coalesce(t.n, 0) AS n, answered, applicable, sent,
  round(100.0 * coalesce(t.n, 0) / nullif(answered, 0), 1) AS share,
  round(100.0 * coalesce(t.n, 0) / nullif(applicable, 0), 1) AS low,
  round(100.0 * (coalesce(t.n, 0) + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM base b
CROSS JOIN (SELECT unnest(['yes', 'qualified', 'no']) AS code, unnest([1, 2, 3]) AS rank) c
LEFT JOIN counted t ON t.question_id = b.question_id AND t.polarity = c.code
ORDER BY b.position, c.rank
