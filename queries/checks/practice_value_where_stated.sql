-- A variable of monitoring_practice has a value where its status is stated, and only there.
-- severity: error
SELECT request_id, variable, items, status
FROM practice
WHERE (items IS NOT NULL) <> (status = 'stated')
ORDER BY ALL
