-- Rates after AAPOR's Standard Definitions: I = answered, P = partly refused, R = refused, O = not held, NC = no response, withdrawn not eligible; share = n of denominator; no bounds, as what became of each request is known.
-- title: Response rates (AAPOR)
WITH grouped AS (
  SELECT 'all' AS grouping, 'all' AS "group", request_id FROM requests
  UNION ALL
  SELECT 'nation', coalesce(nation, 'unknown'), request_id FROM requests JOIN institutions USING (institution_id)
  UNION ALL
  SELECT 'region', coalesce(region, 'unknown'), request_id FROM requests JOIN institutions USING (institution_id)
  UNION ALL
  SELECT 'mission_group', unnest(string_split(coalesce(mission_group, 'unknown'), '|')), request_id
  FROM requests JOIN institutions USING (institution_id)
), counted AS (
  SELECT grouping, "group", count(*) AS sent, count_if(outcome <> 'withdrawn') AS applicable,
    count_if(outcome = 'answered') AS i, count_if(outcome = 'partly_refused') AS p,
    count_if(outcome = 'refused') AS r, count_if(outcome = 'not_held') AS o,
    count_if(outcome = 'no_response') AS nc
  FROM grouped JOIN requests USING (request_id)
  GROUP BY grouping, "group"
), rates AS (
  SELECT grouping, "group", 1 AS rank, 'response, full answers (RR1)' AS rate, i AS n, applicable AS denominator, sent FROM counted
  UNION ALL
  SELECT grouping, "group", 2, 'response, with partial answers (RR2)', i + p, applicable, sent FROM counted
  UNION ALL
  SELECT grouping, "group", 3, 'cooperation, of those that replied (COOP2)', i + p, applicable - nc, sent FROM counted
  UNION ALL
  SELECT grouping, "group", 4, 'refusal (REF1)', r, applicable, sent FROM counted
  UNION ALL
  SELECT grouping, "group", 5, 'not held', o, applicable, sent FROM counted
  UNION ALL
  SELECT grouping, "group", 6, 'contact, any substantive reply (CON1)', i + p + r + o, applicable, sent FROM counted
  UNION ALL
  SELECT grouping, "group", 7, 'silent', nc, applicable, sent FROM counted
  UNION ALL
  SELECT grouping, "group", 8, 'withdrawn, of all sent', sent - applicable, sent, sent FROM counted
)
SELECT grouping, "group", rate, n, denominator, sent,
  round(100.0 * n / nullif(denominator, 0), 1) AS share,
  CASE WHEN denominator < 10 THEN 'few' END AS few
FROM rates
ORDER BY grouping, "group", rank
