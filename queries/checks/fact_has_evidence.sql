-- Software, rules of retention, disclosures, figures, exemptions and documents spoken of have evidence.
-- severity: error
SELECT table_name, request_id, row_key
FROM (
  SELECT 'software_used' AS table_name, request_id, concat_ws('/', product, use) AS row_key FROM software_used
  UNION ALL SELECT 'retention_periods', request_id, seq::VARCHAR FROM retention_periods
  UNION ALL SELECT 'disclosures', request_id, seq::VARCHAR FROM disclosures
  UNION ALL SELECT 'usage', request_id, seq::VARCHAR FROM usage
  UNION ALL SELECT 'exemptions', request_id, concat_ws('/', question_id, law, section) FROM exemptions
  UNION ALL SELECT 'documents', request_id, doc_type FROM documents WHERE status NOT IN ('not_stated', 'not_applicable')
) f
WHERE NOT EXISTS (
  FROM evidence e
  WHERE e.request_id = f.request_id AND e.table_name = f.table_name AND e.row_key = f.row_key)
ORDER BY ALL
