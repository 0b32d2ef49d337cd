-- Purposes for which bodies say they monitor; share = n of answered; low and high bound it over applicable if all unknown were otherwise or all so.
-- title: Purposes of monitoring
WITH base AS (
  SELECT count(*) AS sent, count(items) AS answered, count_if(status <> 'not_applicable') AS applicable
  FROM practice WHERE variable = 'purposes'
), named AS (
  SELECT unnest(items) AS purpose FROM practice WHERE variable = 'purposes'
), counted AS (
  SELECT purpose, count(*) AS n FROM named GROUP BY purpose
)
SELECT purpose, n, answered, applicable, sent,
  round(100.0 * n / nullif(answered, 0), 1) AS share,
  round(100.0 * n / nullif(applicable, 0), 1) AS low,
  round(100.0 * (n + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM counted CROSS JOIN base
ORDER BY n DESC, purpose
