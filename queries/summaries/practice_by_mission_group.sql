-- Each variable of monitoring_practice by mission group (a body counts in each of its groups), but numbers, and items of a list only where named; share = n of answered; low and high bound it over applicable if all unknown were otherwise or all so. Refused, not held, ncnd and silent are unknown, never no.
-- title: Practice by mission group
WITH grouped AS (
  SELECT unnest(string_split(coalesce(mission_group, 'unknown'), '|')) AS mission_group, request_id
  FROM requests JOIN institutions USING (institution_id)
), base AS (
  SELECT variable, mission_group, count(*) AS sent, count(items) AS answered, count_if(status <> 'not_applicable') AS applicable
  FROM practice JOIN grouped USING (request_id)
  GROUP BY ALL
), codes AS (
  SELECT variable, kind, position, unnest(codes) AS code, generate_subscripts(codes, 1) AS rank
  FROM variables WHERE kind IN ('code', 'list')
), named AS (
  SELECT variable, request_id, unnest(items) AS code FROM practice
), counted AS (
  SELECT variable, mission_group, code, count(*) AS n FROM named JOIN grouped USING (request_id) GROUP BY ALL
)
SELECT c.variable, b.mission_group, c.code, coalesce(t.n, 0) AS n, answered, applicable, sent,
  round(100.0 * coalesce(t.n, 0) / nullif(answered, 0), 1) AS share,
  round(100.0 * coalesce(t.n, 0) / nullif(applicable, 0), 1) AS low,
  round(100.0 * (coalesce(t.n, 0) + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM codes c
JOIN base b USING (variable)
LEFT JOIN counted t ON t.variable = c.variable AND t.mission_group = b.mission_group AND t.code = c.code
WHERE c.kind = 'code' OR t.n > 0
ORDER BY c.position, b.mission_group, c.rank
