-- A row that a person should look at says why.
-- severity: error
SELECT request_id, question_id, needs_review, review_reason
FROM answers
WHERE needs_review <> (review_reason IS NOT NULL)
ORDER BY ALL
