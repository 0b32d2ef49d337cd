-- Item non-response: questions that bodies left without an answer though they replied and the question applies; share = n of replied; in_all adds the silent bodies, as a percentage of applicable; no bounds, as each disposition is known.
-- title: Questions left without an answer
WITH counted AS (
  SELECT q.question_id, q.position,
    count_if(disposition IN ('refused', 'ncnd', 'not_held', 'referred', 'not_addressed')) AS n,
    count_if(disposition = 'refused') AS refused,
    count_if(disposition = 'ncnd') AS ncnd,
    count_if(disposition = 'not_held') AS not_held,
    count_if(disposition = 'referred') AS referred,
    count_if(disposition = 'not_addressed') AS not_addressed,
    count_if(disposition = 'no_response') AS no_response,
    count(disposition) - count_if(disposition = 'not_applicable') AS applicable,
    count(disposition) AS sent
  FROM questions q LEFT JOIN answers USING (question_id)
  GROUP BY q.question_id, q.position
)
SELECT question_id, refused, ncnd, not_held, referred, not_addressed, no_response,
  n, applicable - no_response AS replied, applicable, sent,
  round(100.0 * n / nullif(applicable - no_response, 0), 1) AS share,
  round(100.0 * (n + no_response) / nullif(applicable, 0), 1) AS in_all,
  CASE WHEN applicable - no_response < 10 THEN 'few' END AS few
FROM counted
ORDER BY position
