-- The longest rules of retention: every one without end, then the ten longest with ties; answered = bodies with any rule.
-- title: Longest rules of retention
WITH base AS (
  SELECT count(*) AS sent, count_if(request_id IN (SELECT request_id FROM retention_periods)) AS answered FROM requests
), ranked AS (
  SELECT *, rank() OVER (ORDER BY kind = 'indefinite' DESC, months DESC NULLS LAST) AS place,
    count_if(kind = 'indefinite') OVER () AS endless
  FROM retention_periods WHERE kind = 'indefinite' OR months IS NOT NULL
)
SELECT institution_id, scope, trigger, kind, period, months, question_id, answered, sent
FROM ranked CROSS JOIN base
WHERE place <= endless + 10
ORDER BY place, institution_id, request_id, seq
