-- An earlier answer rests on no words behind the first substantive reply.
-- severity: error
WITH first_reply AS (
  SELECT request_id, min(seq) AS first_seq FROM messages
  WHERE direction = 'received' AND kind IN ('response', 'review') GROUP BY request_id
)
SELECT e.evidence_id, e.message_id, first_seq
FROM evidence e JOIN messages m USING (message_id) JOIN first_reply f ON f.request_id = e.request_id
WHERE e.table_name = 'earlier_answers' AND m.seq > first_seq
ORDER BY ALL
