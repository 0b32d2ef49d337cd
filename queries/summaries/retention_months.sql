-- Distribution of the lengths in months by scope and trigger; n = bodies with such a rule, answered = of n, those that give a length; endless, none and vague count rules without a length (indefinite, none, unspecified), which no quantile holds.
-- title: Length of retention in months
SELECT scope, trigger, count(DISTINCT request_id) AS n, count(DISTINCT request_id) FILTER (months IS NOT NULL) AS answered,
  min(months) AS shortest, quantile_disc(months, 0.5) AS median, quantile_disc(months, 0.9) AS ninth_decile, max(months) AS longest,
  count_if(kind = 'indefinite') AS endless, count_if(kind = 'none') AS "none", count_if(kind = 'unspecified') AS vague,
  CASE WHEN answered < 10 THEN 'few' END AS few
FROM retention_periods
GROUP BY scope, trigger
ORDER BY scope, trigger
