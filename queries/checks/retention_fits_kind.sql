-- A fixed rule has a length, a range two, and the other kinds none.
-- severity: error
SELECT request_id, seq, kind, period, period_min, months
FROM retention_periods
WHERE (period IS NOT NULL) <> (kind IN ('fixed', 'range'))
  OR (period_min IS NOT NULL) <> (kind = 'range')
  OR (months IS NOT NULL AND period IS NULL)
ORDER BY ALL
