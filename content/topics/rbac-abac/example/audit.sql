-- #region audit
SELECT person AS enters_and_approves
FROM effective
WHERE permission IN ('invoice:enter', 'invoice:approve')
GROUP BY person
HAVING count(*) = 2;
-- #endregion audit
