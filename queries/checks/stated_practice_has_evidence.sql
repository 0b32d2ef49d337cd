-- A variable of monitoring_practice that the reply states has evidence.
-- severity: error
SELECT request_id, variable, items
FROM practice p
WHERE status = 'stated' AND NOT EXISTS (
  FROM evidence e
  WHERE e.request_id = p.request_id AND e.table_name = 'monitoring_practice' AND e.variable = p.variable)
ORDER BY ALL
