-- Figures of use by the calendar year in which their period starts and what they count; n = bodies, total = sum of exact counts; a figure within a longer one of the same body and unit is left out; share = n of answered, the bodies with any figure, with bounds over applicable.
-- title: Figures of use, by year
WITH base AS (
  SELECT count(*) AS sent,
    count_if(r.request_id IN (SELECT request_id FROM usage)) AS answered,
    count_if(r.request_id IN (SELECT request_id FROM usage) OR r.request_id IN (
      SELECT request_id FROM answers JOIN questions USING (question_id)
      WHERE list_contains(feeds, 'usage') AND disposition <> 'not_applicable')) AS applicable
  FROM requests r
), widest AS (
  SELECT * FROM usage u WHERE NOT EXISTS (
    FROM usage w
    WHERE w.request_id = u.request_id AND w.unit = u.unit
      AND w.period_start <= u.period_start AND w.period_end >= u.period_end
      AND (w.period_start < u.period_start OR w.period_end > u.period_end))
), counted AS (
  SELECT coalesce(year(period_start)::VARCHAR, 'undated') AS year, unit, count(DISTINCT request_id) AS n, count(*) AS figures,
    sum(count) FILTER (qualifier = 'exact') AS total, max(count) AS largest
  FROM widest GROUP BY ALL
)
SELECT unit, year, figures, total, largest, n, answered, applicable, sent,
  round(100.0 * n / nullif(answered, 0), 1) AS share,
  round(100.0 * n / nullif(applicable, 0), 1) AS low,
  round(100.0 * (n + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM counted CROSS JOIN base
ORDER BY unit, year
