-- Whether the policy stayed the same after 23 March 2020, overall and by practice class; share = n of answered; low and high bound it over applicable if all unknown were otherwise or all so. Silent on it is neither yes nor no.
-- title: Policy after 23 March 2020
WITH grouped AS (
  SELECT 'all' AS practice_class, covid_unchanged, covid_unchanged_status FROM monitoring_practice
  UNION ALL
  SELECT coalesce(practice_class, 'unknown'), covid_unchanged, covid_unchanged_status FROM monitoring_practice
), base AS (
  SELECT practice_class, count(*) AS sent, count(covid_unchanged) AS answered,
    count_if(covid_unchanged_status <> 'not_applicable') AS applicable
  FROM grouped GROUP BY practice_class
), counted AS (
  SELECT practice_class, covid_unchanged, count(*) AS n FROM grouped GROUP BY practice_class, covid_unchanged
)
SELECT b.practice_class, c.code AS unchanged, coalesce(n, 0) AS n, answered, applicable, sent,
  round(100.0 * coalesce(n, 0) / nullif(answered, 0), 1) AS share,
  round(100.0 * coalesce(n, 0) / nullif(applicable, 0), 1) AS low,
  round(100.0 * (coalesce(n, 0) + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM base b
CROSS JOIN (SELECT unnest(['yes', 'no']) AS code, unnest([1, 2]) AS rank) c
LEFT JOIN counted t ON t.practice_class = b.practice_class AND t.covid_unchanged = c.code
ORDER BY b.practice_class, c.rank
