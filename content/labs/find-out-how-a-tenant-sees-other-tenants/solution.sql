alter view monthly_totals set (security_invoker = true);
