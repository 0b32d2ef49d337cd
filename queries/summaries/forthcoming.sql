-- Institutions from the most to the least forthcoming: questions answered of those that apply; a question answered no is answered; place is shared on equal shares; no bounds, as each disposition is known.
-- title: Most and least forthcoming institutions
WITH counted AS (
  SELECT request_id, institution_id, outcome,
    count_if(disposition <> 'not_applicable') AS applicable, count_if(disposition = 'answered') AS n,
    count_if(disposition = 'referred') AS referred, count_if(disposition = 'refused') AS refused,
    count_if(disposition = 'ncnd') AS ncnd, count_if(disposition = 'not_held') AS not_held,
    count_if(disposition = 'not_addressed') AS not_addressed
  FROM requests JOIN answers USING (request_id, institution_id)
  WHERE outcome <> 'withdrawn'
  GROUP BY request_id, institution_id, outcome
), shared AS (
  SELECT *, round(100.0 * n / nullif(applicable, 0), 1) AS share FROM counted
)
SELECT institution_id, outcome, rank() OVER (ORDER BY share DESC NULLS LAST) AS place, n, applicable, share,
  CASE WHEN applicable < 10 THEN 'few' END AS few, referred, refused, ncnd, not_held, not_addressed
FROM shared
ORDER BY place, institution_id, request_id
