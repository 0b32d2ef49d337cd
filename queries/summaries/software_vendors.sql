-- Bodies that name a product of a vendor, with the products; formerly = of n, those that use none of it any more; answered = software_used is known or a product is named; share = n of answered; low and high bound it over applicable if all unknown were otherwise or all so.
-- title: Software by vendor
WITH base AS (
  SELECT count(*) AS sent, count_if(software_used_status <> 'not_applicable') AS applicable,
    count_if(software_used IS NOT NULL OR request_id IN (SELECT request_id FROM software_used)) AS answered
  FROM monitoring_practice
), counted AS (
  SELECT coalesce(vendor, 'unknown') AS vendor, string_agg(DISTINCT product, ', ' ORDER BY product) AS products, count(DISTINCT request_id) AS n,
    n - count(DISTINCT request_id) FILTER (status = 'used') AS formerly
  FROM software_used GROUP BY ALL
)
SELECT vendor, products, n, formerly, answered, applicable, sent,
  round(100.0 * n / nullif(answered, 0), 1) AS share,
  round(100.0 * n / nullif(applicable, 0), 1) AS low,
  round(100.0 * least(n + applicable - answered, applicable) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM counted CROSS JOIN base
ORDER BY n DESC, vendor
