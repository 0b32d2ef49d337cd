-- Only yes/no questions have a polarity, and of these only what is answered or refers to an answer.
-- severity: error
SELECT request_id, question_id, disposition, polarity
FROM answers JOIN questions USING (question_id)
WHERE polarity IS NOT NULL AND (NOT yes_no OR disposition NOT IN ('answered', 'referred'))
ORDER BY ALL
