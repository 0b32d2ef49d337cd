-- Contradictions inside one reply, for a person to weigh: two coded cells that cannot both hold; n = bodies with the contradiction, replied = bodies that replied.
-- title: Contradictions inside one reply
WITH told AS (
  SELECT * FROM monitoring_practice
), counts AS (
  SELECT count_if(outcome NOT IN ('no_response', 'withdrawn')) AS replied, count(*) AS sent FROM requests
), found AS (
  SELECT 'uses no software, names some in use' AS contradiction, request_id, 'software_used no' AS says,
    string_agg(product, ', ' ORDER BY product, use) AS yet
  FROM told JOIN software_used s USING (request_id)
  WHERE told.software_used = 'no' AND s.status = 'used' AND s.use <> 'publishing'
  GROUP BY request_id
  UNION ALL
  SELECT 'uses software, has stopped using all it names', request_id, 'software_used yes', string_agg(product, ', ' ORDER BY product, use)
  FROM told JOIN software_used s USING (request_id)
  WHERE told.software_used = 'yes'
  GROUP BY request_id HAVING bool_and(s.status = 'formerly_used')
  UNION ALL
  SELECT 'does not monitor, gives figures of use', request_id, 'monitors_students no',
    concat(sum(count), ' ', unit) FROM told JOIN usage USING (request_id)
  WHERE monitors_students = 'no' AND count > 0 AND unit IN ('students', 'cases', 'searches')
  GROUP BY request_id, unit
  UNION ALL
  SELECT 'does not monitor, is targeted or routine', request_id, 'monitors_students no', concat('practice_class ', practice_class)
  FROM told WHERE monitors_students = 'no' AND practice_class IN ('targeted', 'routine')
  UNION ALL
  SELECT 'does not monitor, overtly or covertly does', request_id, 'monitors_students no', concat('overt ', coalesce(overt, '?'), ', covert ', coalesce(covert, '?'))
  FROM told WHERE monitors_students = 'no' AND (overt = 'yes' OR covert = 'yes')
  UNION ALL
  SELECT 'does not monitor, passes information on', request_id, 'monitors_students no', string_agg(DISTINCT recipient, ', ' ORDER BY recipient)
  FROM told JOIN disclosures USING (request_id)
  WHERE monitors_students = 'no' AND recipient <> 'none' AND coalesce(count, 1) > 0
  GROUP BY request_id
  UNION ALL
  SELECT 'does not monitor, had warrants', request_id, 'monitors_students no', concat('warrants ', warrants)
  FROM told WHERE monitors_students = 'no' AND warrants > 0
  UNION ALL
  SELECT 'monitors, practice class none', request_id, concat('monitors_students ', monitors_students), 'practice_class none'
  FROM told WHERE monitors_students IN ('yes', 'qualified') AND practice_class = 'none'
  UNION ALL
  SELECT 'listens to mentions, practice class none', request_id, 'listens_to_mentions yes', 'practice_class none'
  FROM told WHERE listens_to_mentions = 'yes' AND practice_class = 'none'
  UNION ALL
  SELECT 'exclusively for Prevent, has other purposes', request_id, 'prevent_exclusive yes', array_to_string(list_sort(purposes), ', ')
  FROM told WHERE prevent_exclusive = 'yes' AND len(list_filter(purposes, x -> x <> 'prevent')) > 0
  UNION ALL
  SELECT 'has no policy, gives one', request_id, 'policy_status none', concat('policy ', status)
  FROM told JOIN documents USING (request_id)
  WHERE policy_status = 'none' AND doc_type = 'policy' AND status IN ('provided', 'linked', 'withheld')
  UNION ALL
  SELECT 'has a policy of its own, has no such document', request_id, 'policy_status dedicated', concat('policy ', status)
  FROM told JOIN documents USING (request_id)
  WHERE policy_status = 'dedicated' AND doc_type = 'policy' AND status IN ('none', 'not_held')
  UNION ALL
  SELECT 'keeps nothing, keeps it for a time', a.request_id, concat('none, ', a.scope), concat(coalesce(b.period, b.kind), ', ', b.scope)
  FROM retention_periods a JOIN retention_periods b USING (request_id, scope)
  WHERE a.kind = 'none' AND b.kind IN ('fixed', 'range', 'indefinite')
  UNION ALL
  SELECT 'keeps it without end, deletes it after a time', a.request_id, concat('indefinite, ', a.scope), concat(b.period, ', ', b.scope)
  FROM retention_periods a JOIN retention_periods b USING (request_id, scope, trigger)
  WHERE a.kind = 'indefinite' AND b.kind IN ('fixed', 'range')
  UNION ALL
  SELECT 'passed nothing on, names a recipient', request_id, 'recipient none', string_agg(DISTINCT recipient, ', ' ORDER BY recipient)
  FROM disclosures
  WHERE recipient <> 'none' AND coalesce(count, 1) > 0 AND request_id IN (SELECT request_id FROM disclosures WHERE recipient = 'none')
  GROUP BY request_id
  UNION ALL
  SELECT 'refused whole, answers a question', request_id, 'outcome refused', string_agg(question_id, ', ' ORDER BY question_id)
  FROM requests JOIN answers USING (request_id)
  WHERE outcome = 'refused' AND disposition = 'answered'
  GROUP BY request_id
), distinct_found AS (
  SELECT DISTINCT contradiction, institution_id, request_id, says, yet FROM found JOIN requests USING (request_id)
)
SELECT contradiction, institution_id, says, yet, n, replied, sent
FROM distinct_found
JOIN (SELECT contradiction, count(DISTINCT request_id) AS n FROM distinct_found GROUP BY contradiction) USING (contradiction)
CROSS JOIN counts
ORDER BY n DESC, contradiction, institution_id, request_id, says, yet
