-- Timeliness of replies by law; answered = dated replies and overdue requests; share = n of answered; low and high bound it over applicable, which leaves out requests withdrawn.
-- title: Replies in time and late, by law
WITH asked AS (
  SELECT coalesce(law, 'unknown') AS law, timeliness, outcome <> 'withdrawn' AS applies FROM requests
), base AS (
  SELECT law, count(*) AS sent, count_if(applies) AS applicable, count_if(applies AND timeliness <> 'undated') AS answered
  FROM asked GROUP BY law
), counted AS (
  SELECT law, timeliness, count(*) AS n FROM asked WHERE applies GROUP BY law, timeliness
)
SELECT b.law, c.code AS timeliness, coalesce(t.n, 0) AS n, answered, applicable, sent,
  round(100.0 * coalesce(t.n, 0) / nullif(answered, 0), 1) AS share,
  round(100.0 * coalesce(t.n, 0) / nullif(applicable, 0), 1) AS low,
  round(100.0 * (coalesce(t.n, 0) + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM base b
CROSS JOIN (SELECT unnest(['on_time', 'late', 'overdue']) AS code, unnest([1, 2, 3]) AS rank) c
LEFT JOIN counted t ON t.law = b.law AND t.timeliness = c.code
ORDER BY b.law, c.rank
