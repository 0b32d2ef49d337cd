-- Rules of retention by scope, kind and length; n = bodies with such a rule, answered = with any rule, applicable = not told that every question on retention does not apply.
-- title: Rules of retention
WITH base AS (
  SELECT count(*) AS sent,
    count_if(r.request_id IN (SELECT request_id FROM retention_periods)) AS answered,
    count_if(r.request_id IN (SELECT request_id FROM retention_periods) OR r.request_id IN (
      SELECT request_id FROM answers JOIN questions USING (question_id)
      WHERE list_contains(feeds, 'retention') AND disposition <> 'not_applicable')) AS applicable
  FROM requests r
), counted AS (
  SELECT scope, kind, period, min(months) AS months, count(*) AS rules, count(DISTINCT request_id) AS n
  FROM retention_periods GROUP BY scope, kind, period
)
SELECT scope, kind, period, months, rules, n, answered, applicable, sent,
  round(100.0 * n / nullif(answered, 0), 1) AS share,
  round(100.0 * n / nullif(applicable, 0), 1) AS low,
  round(100.0 * (n + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM counted CROSS JOIN base
ORDER BY scope, kind, months, period
