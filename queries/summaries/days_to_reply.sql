-- Working days to the first substantive reply, in bands, by law; answered = days known, or no reply came; share = n of answered; low and high bound it over applicable, as a reply without a date can lie in any band.
-- title: Working days to the reply, in bands
WITH bands (rank, band, first_day, last_day) AS (
  VALUES (1, '0 to 5', 0, 5), (2, '6 to 10', 6, 10), (3, '11 to 20', 11, 20), (4, '21 to 40', 21, 40),
    (5, '41 to 60', 41, 60), (6, 'over 60', 61, 100000), (7, 'no reply', NULL, NULL)
), asked AS (
  SELECT coalesce(law, 'unknown') AS law, outcome <> 'withdrawn' AS applies, outcome = 'no_response' AS silent, working_days
  FROM requests
), base AS (
  SELECT law, count(*) AS sent, count_if(applies) AS applicable,
    count_if(applies AND (silent OR working_days IS NOT NULL)) AS answered
  FROM asked GROUP BY law
), placed AS (
  SELECT law, CASE WHEN silent THEN 7 ELSE rank END AS rank
  FROM asked LEFT JOIN bands ON NOT silent AND working_days BETWEEN first_day AND last_day
  WHERE applies
), counted AS (
  SELECT law, rank, count(*) AS n FROM placed GROUP BY law, rank
)
SELECT b.law, band AS working_days, coalesce(n, 0) AS n, answered, applicable, sent,
  round(100.0 * coalesce(n, 0) / nullif(answered, 0), 1) AS share,
  round(100.0 * coalesce(n, 0) / nullif(applicable, 0), 1) AS low,
  round(100.0 * (coalesce(n, 0) + applicable - answered) / nullif(applicable, 0), 1) AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM base b CROSS JOIN bands d
LEFT JOIN counted c ON c.law = b.law AND c.rank = d.rank
ORDER BY b.law, d.rank
