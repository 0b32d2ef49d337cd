-- How many answers a later reply changed, by question; n = changed in disposition, polarity or exemptions; opened = of n, answered now and not before; closed = of n, answered before and not now; replied = bodies with a further substantive reply; share = n of replied; no bounds, as both codes are known.
-- title: How much later replies changed
WITH changed AS (
  SELECT e.question_id, count(*) AS replied,
    count_if((e.disposition, e.polarity, e.exemptions) IS DISTINCT FROM (a.disposition, a.polarity, a.exemptions)) AS n,
    count_if(a.disposition = 'answered' AND e.disposition <> 'answered') AS opened,
    count_if(a.disposition <> 'answered' AND e.disposition = 'answered') AS closed
  FROM earlier_answers e JOIN answers a USING (request_id, question_id) GROUP BY e.question_id
)
SELECT q.question_id, coalesce(n, 0) AS n, coalesce(opened, 0) AS opened, coalesce(closed, 0) AS closed,
  coalesce(replied, 0) AS replied, count(s.request_id) AS sent, round(100.0 * n / nullif(replied, 0), 1) AS share,
  CASE WHEN coalesce(replied, 0) < 10 THEN 'few' END AS few
FROM questions q LEFT JOIN changed c USING (question_id) LEFT JOIN answers s USING (question_id)
GROUP BY q.question_id, q.position, n, opened, closed, replied
ORDER BY q.position
