-- Each variable of monitoring_practice but lists and numbers; share = n of answered; low and high bound it over applicable if all unknown were otherwise or all so. Refused, not held, ncnd and silent are unknown, never no.
-- title: Practice in short
WITH base AS (
  SELECT variable, count(*) AS sent, count(items) AS answered, count_if(status <> 'not_applicable') AS applicable
  FROM practice GROUP BY variable
), codes AS (
  SELECT variable, position, unnest(codes) AS code, generate_subscripts(codes, 1) AS rank
  FROM variables WHERE kind = 'code'
), counted AS (
  SELECT variable, items[1] AS code, count(*) AS n FROM practice GROUP BY ALL
)
SELECT c.variable, c.code, coalesce(t.n, 0) AS n, answered, applicable, sent,
  round(100.0 * coalesce(t.n, 0) / nullif(answered, 0), 1) AS share,
  round(100.0 * coalesce(t.n, 0) / nullif(applicable, 0), 1) AS low,
  round(100.0 * (coalesce(t.n, 0) + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM codes c
JOIN base b USING (variable)
LEFT JOIN counted t ON t.variable = c.variable AND t.code = c.code
ORDER BY c.position, c.rank
