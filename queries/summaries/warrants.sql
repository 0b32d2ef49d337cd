-- Warrants obtained, as bodies count them; share = n of answered; low and high bound it over applicable if all unknown were otherwise or all so. No answer is not the same as no warrant.
-- title: Warrants
WITH base AS (
  SELECT count(*) AS sent, count(warrants) AS answered, count_if(warrants_status <> 'not_applicable') AS applicable
  FROM monitoring_practice
), counted AS (
  SELECT count_if(warrants = 0) AS without, count_if(warrants > 0) AS with_some, sum(warrants) AS total FROM monitoring_practice
), kinds AS (
  SELECT 1 AS rank, 'none' AS warrants, without AS n, NULL AS total FROM counted
  UNION ALL
  SELECT 2, 'one or more', with_some, CASE WHEN with_some > 0 THEN total END FROM counted
)
SELECT warrants, total, n, answered, applicable, sent,
  round(100.0 * n / nullif(answered, 0), 1) AS share,
  round(100.0 * n / nullif(applicable, 0), 1) AS low,
  round(100.0 * (n + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM kinds CROSS JOIN base
ORDER BY rank
