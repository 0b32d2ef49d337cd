-- Silent goes with no_response and not_addressed, routed with not_applicable, stated with all but silence.
-- severity: error
SELECT source, request_id, question_id, disposition, basis
FROM (
  SELECT 'answers' AS source, request_id, question_id, disposition, basis FROM answers
  UNION ALL SELECT 'earlier_answers', request_id, question_id, disposition, basis FROM earlier_answers
) a
WHERE CASE
    WHEN disposition IN ('no_response', 'not_addressed') THEN basis <> 'silent'
    WHEN disposition = 'not_applicable' THEN basis = 'silent'
    ELSE basis <> 'stated'
  END
ORDER BY ALL
