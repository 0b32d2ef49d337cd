-- Overt and covert monitoring together; answered = both are known; share = n of answered; low counts over applicable the bodies of which it is known, high those of which it is not ruled out. Unknown is never no.
-- title: Overt and covert monitoring
WITH told AS (
  SELECT overt, covert, overt_status <> 'not_applicable' OR covert_status <> 'not_applicable' AS applies
  FROM monitoring_practice
), kinds (rank, manner, is_overt, is_covert) AS (
  VALUES (1, 'overt only', 'yes', 'no'), (2, 'covert only', 'no', 'yes'),
    (3, 'both', 'yes', 'yes'), (4, 'neither', 'no', 'no')
), counted AS (
  SELECT rank, manner, count(*) AS sent, count_if(applies) AS applicable,
    count_if(overt IS NOT NULL AND covert IS NOT NULL) AS answered,
    count_if(overt = is_overt AND covert = is_covert) AS n,
    count_if(applies AND coalesce(overt = is_overt, true) AND coalesce(covert = is_covert, true)) AS possible
  FROM told CROSS JOIN kinds
  GROUP BY rank, manner
)
SELECT manner, n, possible, answered, applicable, sent,
  round(100.0 * n / nullif(answered, 0), 1) AS share,
  round(100.0 * n / nullif(applicable, 0), 1) AS low,
  round(100.0 * possible / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM counted
ORDER BY rank
