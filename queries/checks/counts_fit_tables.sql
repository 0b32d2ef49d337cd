-- The counts of messages and attachments of a request are those of its rows.
-- severity: error
SELECT r.request_id, r.message_count, m.n AS messages, r.attachment_count, a.n AS attachments
FROM requests r
LEFT JOIN (SELECT request_id, count(*) AS n FROM messages GROUP BY ALL) m USING (request_id)
LEFT JOIN (SELECT request_id, count(*) AS n FROM attachments GROUP BY ALL) a USING (request_id)
WHERE r.message_count <> coalesce(m.n, 0) OR r.attachment_count <> coalesce(a.n, 0)
ORDER BY r.request_id
