-- Each variable of monitoring_practice by nation, but numbers, and items of a list only where named; share = n of answered; low and high bound it over applicable if all unknown were otherwise or all so. Refused, not held, ncnd and silent are unknown, never no.
-- title: Practice by nation
WITH grouped AS (
  SELECT coalesce(nation, 'unknown') AS nation, request_id
  FROM requests JOIN institutions USING (institution_id)
), base AS (
  SELECT variable, nation, count(*) AS sent, count(items) AS answered, count_if(status <> 'not_applicable') AS applicable
  FROM practice JOIN grouped USING (request_id)
  GROUP BY ALL
), codes AS (
  SELECT variable, kind, position, unnest(codes) AS code, generate_subscripts(codes, 1) AS rank
  FROM variables WHERE kind IN ('code', 'list')
), named AS (
  SELECT variable, request_id, unnest(items) AS code FROM practice
), counted AS (
  SELECT variable, nation, code, count(*) AS n FROM named JOIN grouped USING (request_id) GROUP BY ALL
)
SELECT c.variable, b.nation, c.code, coalesce(t.n, 0) AS n, answered, applicable, sent,
  round(100.0 * coalesce(t.n, 0) / nullif(answered, 0), 1) AS share,
  round(100.0 * coalesce(t.n, 0) / nullif(applicable, 0), 1) AS low,
  round(100.0 * (coalesce(t.n, 0) + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM codes c
JOIN base b USING (variable)
LEFT JOIN counted t ON t.variable = c.variable AND t.nation = b.nation AND t.code = c.code
WHERE c.kind = 'code' OR t.n > 0
ORDER BY c.position, b.nation, c.rank
