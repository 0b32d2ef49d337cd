-- A request without a substantive reply has no answer, and one with a reply has no answer coded no_response.
-- severity: error
SELECT request_id, outcome, count_if(disposition = 'no_response') AS no_response, count(*) AS answers
FROM requests JOIN answers USING (request_id)
GROUP BY ALL
HAVING CASE
    WHEN outcome = 'no_response' THEN no_response < answers
    WHEN outcome = 'withdrawn' THEN false
    ELSE no_response > 0
  END
ORDER BY request_id
