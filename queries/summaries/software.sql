-- Bodies that name a product, by use; answered = software_used is known or a product is named; share = n of answered; low and high bound it over applicable if all unknown were otherwise or all so.
-- title: Software by product
WITH base AS (
  SELECT count(*) AS sent, count_if(software_used_status <> 'not_applicable') AS applicable,
    count_if(software_used IS NOT NULL OR request_id IN (SELECT request_id FROM software_used)) AS answered
  FROM monitoring_practice
), counted AS (
  SELECT use, product, max(vendor) AS vendor, count(*) AS n, count_if(status = 'formerly_used') AS formerly
  FROM software_used GROUP BY use, product
)
SELECT use, product, vendor, formerly, n, answered, applicable, sent,
  round(100.0 * n / nullif(answered, 0), 1) AS share,
  round(100.0 * n / nullif(applicable, 0), 1) AS low,
  round(100.0 * least(n + applicable - answered, applicable) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM counted CROSS JOIN base
ORDER BY use, n DESC, product
