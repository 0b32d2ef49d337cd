-- Timeliness follows from due_on, responded_on and outcome.
-- severity: error
SELECT request_id, due_on, responded_on, outcome, timeliness
FROM requests
WHERE CASE timeliness
    WHEN 'on_time' THEN coalesce(responded_on > due_on, true)
    WHEN 'late' THEN coalesce(responded_on <= due_on, true)
    WHEN 'overdue' THEN responded_on IS NOT NULL
    ELSE responded_on IS NOT NULL AND due_on IS NOT NULL
  END
ORDER BY request_id
