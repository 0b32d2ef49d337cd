-- Platforms that bodies put in scope; share = n of answered; low and high bound it over applicable if all unknown were otherwise or all so.
-- title: Platforms in scope
WITH base AS (
  SELECT count(*) AS sent, count(items) AS answered, count_if(status <> 'not_applicable') AS applicable
  FROM practice WHERE variable = 'platforms'
), named AS (
  SELECT unnest(items) AS platform FROM practice WHERE variable = 'platforms'
), counted AS (
  SELECT platform, count(*) AS n FROM named GROUP BY platform
)
SELECT platform, n, answered, applicable, sent,
  round(100.0 * n / nullif(answered, 0), 1) AS share,
  round(100.0 * n / nullif(applicable, 0), 1) AS low,
  round(100.0 * (n + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM counted CROSS JOIN base
ORDER BY n DESC, platform
