-- The longest time for which a body keeps anything of a scope; answered = such a time is known; share = n of answered; low and high bound it over applicable, all bodies but those told that every question on retention does not apply.
-- title: Longest time that data is kept, in bands
WITH applicable AS (
  SELECT count(*) AS sent, count_if(r.request_id IN (SELECT request_id FROM retention_periods) OR r.request_id IN (
    SELECT request_id FROM answers JOIN questions USING (question_id)
    WHERE list_contains(feeds, 'retention') AND disposition <> 'not_applicable')) AS applicable
  FROM requests r
), rules AS (
  SELECT request_id, scope, CASE
    WHEN kind = 'indefinite' THEN 6
    WHEN months > 72 THEN 5
    WHEN months > 12 THEN 4
    WHEN months > 1 THEN 3
    WHEN months IS NOT NULL THEN 2
    WHEN kind = 'none' THEN 1 END AS rank
  FROM retention_periods
), longest AS (
  SELECT request_id, scope, max(rank) AS rank FROM rules GROUP BY request_id, scope
  UNION ALL
  SELECT request_id, 'any', max(rank) FROM rules GROUP BY request_id
), base AS (
  SELECT scope, count(rank) AS answered FROM longest GROUP BY scope
), counted AS (
  SELECT scope, rank, count(*) AS n FROM longest GROUP BY scope, rank
), bands (rank, kept) AS (
  VALUES (1, 'nothing is kept'), (2, 'up to 1 month'), (3, 'to 1 year'), (4, 'to 6 years'), (5, 'over 6 years'), (6, 'without end')
)
SELECT b.scope, d.kept, coalesce(n, 0) AS n, answered, applicable, sent,
  round(100.0 * coalesce(n, 0) / nullif(answered, 0), 1) AS share,
  round(100.0 * coalesce(n, 0) / nullif(applicable, 0), 1) AS low,
  round(100.0 * (coalesce(n, 0) + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM base b CROSS JOIN bands d CROSS JOIN applicable
LEFT JOIN counted c ON c.scope = b.scope AND c.rank = d.rank
ORDER BY b.scope, d.rank
