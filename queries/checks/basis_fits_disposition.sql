-- Silent goes with no_response and not_addressed, routed with not_applicable, stated with all but silence.
-- severity: error
SELECT request_id, question_id, disposition, basis
FROM answers
WHERE CASE
    WHEN disposition IN ('no_response', 'not_addressed') THEN basis <> 'silent'
    WHEN disposition = 'not_applicable' THEN basis = 'silent'
    ELSE basis <> 'stated'
  END
ORDER BY ALL
