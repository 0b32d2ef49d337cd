-- The dated messages of a thread stand in order of their days.
-- severity: warning
SELECT message_id, dated_on, previous_on
FROM (
  SELECT message_id, dated_on, lag(dated_on) OVER (PARTITION BY request_id ORDER BY seq) AS previous_on
  FROM messages WHERE dated_on IS NOT NULL)
WHERE dated_on < previous_on
ORDER BY message_id
