-- Every question's dispositions, which add up to the requests sent; applicable leaves out not_applicable.
-- title: What became of each question
SELECT q.question_id,
  count_if(disposition = 'answered') AS answered,
  count_if(disposition = 'referred') AS referred,
  count_if(disposition = 'refused') AS refused,
  count_if(disposition = 'ncnd') AS ncnd,
  count_if(disposition = 'not_held') AS not_held,
  count_if(disposition = 'not_addressed') AS not_addressed,
  count_if(disposition = 'no_response') AS no_response,
  count_if(disposition = 'not_applicable') AS not_applicable,
  count(disposition) - not_applicable AS applicable,
  count(disposition) AS sent
FROM questions q LEFT JOIN answers USING (question_id)
GROUP BY q.question_id, q.position
ORDER BY q.position
