-- Every request has its row in monitoring_practice, reply or none.
-- severity: error
SELECT request_id FROM requests
WHERE request_id NOT IN (SELECT request_id FROM monitoring_practice)
ORDER BY request_id
