-- The institution of a coded row is the one of its request.
-- severity: error
SELECT source, request_id, c.institution_id
FROM (
  SELECT 'answers' AS source, request_id, institution_id FROM answers
  UNION SELECT 'monitoring_practice', request_id, institution_id FROM monitoring_practice
  UNION SELECT 'software_used', request_id, institution_id FROM software_used
  UNION SELECT 'retention_periods', request_id, institution_id FROM retention_periods
  UNION SELECT 'documents', request_id, institution_id FROM documents
  UNION SELECT 'disclosures', request_id, institution_id FROM disclosures
  UNION SELECT 'usage', request_id, institution_id FROM usage
  UNION SELECT 'earlier_answers', request_id, institution_id FROM earlier_answers
  UNION SELECT 'decisions', request_id, institution_id FROM decisions
  UNION SELECT 'exemptions', request_id, institution_id FROM exemptions
) c
JOIN requests r USING (request_id)
WHERE c.institution_id <> r.institution_id
ORDER BY ALL
