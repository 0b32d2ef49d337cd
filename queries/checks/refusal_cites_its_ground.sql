-- A refused answer cites an exemption or other ground.
-- severity: warning
SELECT request_id, question_id, disposition
FROM answers
WHERE disposition IN ('refused', 'ncnd') AND len(exemptions) = 0
ORDER BY ALL
