-- A request is sent, then acknowledged, due and answered; a period starts before it ends.
-- severity: error
SELECT 'requests' AS source, request_id, sent_on AS earlier, least(acknowledged_on, due_on, responded_on) AS later
FROM requests WHERE least(acknowledged_on, due_on, responded_on) < sent_on
UNION ALL
SELECT 'disclosures', request_id, period_start, period_end FROM disclosures WHERE period_end < period_start
UNION ALL
SELECT 'usage', request_id, period_start, period_end FROM usage WHERE period_end < period_start
ORDER BY ALL
