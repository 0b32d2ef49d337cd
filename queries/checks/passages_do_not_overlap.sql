-- No two passages of one text overlap, but for page headers and footers inside a sentence.
-- severity: warning
SELECT passage_id, char_start, previous_end
FROM (
  SELECT passage_id, char_start, lag(char_end) OVER (
    PARTITION BY message_id, attachment_id ORDER BY char_start, char_end) AS previous_end
  FROM passages
  WHERE role <> 'boilerplate')
WHERE char_start < previous_end
ORDER BY passage_id
