-- Figures on how often monitoring was used, by what they count; n = bodies, total = sum of exact counts, largest with whatever qualifier; answered = bodies that give any figure; share = n of answered, with bounds over applicable.
-- title: Figures of use
WITH base AS (
  SELECT count(*) AS sent,
    count_if(r.request_id IN (SELECT request_id FROM usage)) AS answered,
    count_if(r.request_id IN (SELECT request_id FROM usage) OR r.request_id IN (
      SELECT request_id FROM answers JOIN questions USING (question_id)
      WHERE list_contains(feeds, 'usage') AND disposition <> 'not_applicable')) AS applicable
  FROM requests r
), counted AS (
  SELECT unit, count(DISTINCT request_id) AS n, sum(count) FILTER (qualifier = 'exact') AS total, max(count) AS largest
  FROM usage GROUP BY unit
)
SELECT unit, total, largest, n, answered, applicable, sent,
  round(100.0 * n / nullif(answered, 0), 1) AS share,
  round(100.0 * n / nullif(applicable, 0), 1) AS low,
  round(100.0 * (n + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM counted CROSS JOIN base
ORDER BY n DESC, unit
