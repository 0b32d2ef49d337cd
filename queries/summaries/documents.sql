-- What became of each document asked for; answered = provided, linked or said not to exist, and only these have shares and bounds: a document withheld, not held or not stated is unknown.
-- title: Documents asked for
WITH base AS (
  SELECT doc_type, count(*) AS sent, count_if(status <> 'not_applicable') AS applicable,
    count_if(status IN ('provided', 'linked', 'none')) AS answered
  FROM documents GROUP BY doc_type
), counted AS (
  SELECT doc_type, status, count(*) AS n FROM documents GROUP BY doc_type, status
)
SELECT doc_type, status, n, answered, applicable, sent,
  CASE WHEN known THEN round(100.0 * n / nullif(answered, 0), 1) END AS share,
  CASE WHEN known THEN round(100.0 * n / nullif(applicable, 0), 1) END AS low,
  CASE WHEN known THEN round(100.0 * (n + applicable - answered) / nullif(applicable, 0), 1) END AS high,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM (SELECT *, status IN ('provided', 'linked', 'none') AS known FROM base JOIN counted USING (doc_type))
ORDER BY doc_type, n DESC, status
