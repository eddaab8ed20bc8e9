select id from accounts where lower(email) = lower('USER77@example.com');
