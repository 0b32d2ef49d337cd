-- Recipients of information; n = bodies that name one (none = that say nothing was passed on), total = sum of exact counts; answered = bodies that speak of recipients; share = n of answered, with bounds over applicable.
-- title: Recipients of information
WITH base AS (
  SELECT count(*) AS sent,
    count_if(r.request_id IN (SELECT request_id FROM disclosures)) AS answered,
    count_if(r.request_id IN (SELECT request_id FROM disclosures) OR r.request_id IN (
      SELECT request_id FROM answers JOIN questions USING (question_id)
      WHERE list_contains(feeds, 'disclosures') AND disposition <> 'not_applicable')) AS applicable
  FROM requests r
), counted AS (
  SELECT recipient, count(DISTINCT request_id) AS n, sum(count) FILTER (qualifier = 'exact') AS total
  FROM disclosures GROUP BY recipient
)
SELECT recipient, total, n, answered, applicable, sent,
  round(100.0 * n / nullif(answered, 0), 1) AS share,
  round(100.0 * n / nullif(applicable, 0), 1) AS low,
  round(100.0 * (n + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM counted CROSS JOIN base
ORDER BY n DESC, recipient
