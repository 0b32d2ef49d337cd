-- Most intrusive practice told of: overall, by nation, region and mission group (a body counts in each of its groups); share = n of answered; low and high bound it over applicable if all unknown were otherwise or all so.
-- title: Most intrusive practice
WITH grouped AS (
  SELECT 'all' AS grouping, 'all' AS "group", request_id FROM requests
  UNION ALL
  SELECT 'nation', coalesce(nation, 'unknown'), request_id FROM requests JOIN institutions USING (institution_id)
  UNION ALL
  SELECT 'region', coalesce(region, 'unknown'), request_id FROM requests JOIN institutions USING (institution_id)
  UNION ALL
  SELECT 'mission_group', unnest(string_split(coalesce(mission_group, 'unknown'), '|')), request_id
  FROM requests JOIN institutions USING (institution_id)
), base AS (
  SELECT grouping, "group", count(*) AS sent, count(practice_class) AS answered,
    count_if(practice_class_status <> 'not_applicable') AS applicable
  FROM grouped JOIN monitoring_practice USING (request_id)
  GROUP BY grouping, "group"
), counted AS (
  SELECT grouping, "group", practice_class, count(*) AS n
  FROM grouped JOIN monitoring_practice USING (request_id)
  GROUP BY grouping, "group", practice_class
)
SELECT b.grouping, b."group", c.code AS practice_class, coalesce(t.n, 0) AS n, answered, applicable, sent,
  round(100.0 * coalesce(t.n, 0) / nullif(answered, 0), 1) AS share,
  round(100.0 * coalesce(t.n, 0) / nullif(applicable, 0), 1) AS low,
  round(100.0 * (coalesce(t.n, 0) + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM base b
CROSS JOIN (SELECT unnest(['none', 'listening', 'reactive', 'targeted', 'routine']) AS code, unnest([1, 2, 3, 4, 5]) AS rank) c
LEFT JOIN counted t ON t.grouping = b.grouping AND t."group" = b."group" AND t.practice_class = c.code
ORDER BY b.grouping, b."group", c.rank
