-- Only yes/no questions that are answered have a polarity.
-- severity: error
SELECT request_id, question_id, disposition, polarity
FROM answers JOIN questions USING (question_id)
WHERE polarity IS NOT NULL AND (NOT yes_no OR disposition <> 'answered')
ORDER BY ALL
