-- The database gives each row its key: a chosen one would answer whether another unit's row has it.
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT a.attrelid::regclass AS wanted, string_agg(quote_ident(a.attname), ', ') AS written
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
       AND NOT a.attisdropped AND a.attidentity = '' AND has_table_privilege('vb_app', c.oid, 'INSERT')
     GROUP BY a.attrelid
  LOOP
    EXECUTE format('REVOKE INSERT ON %s FROM vb_app', one.wanted);
    EXECUTE format('GRANT INSERT (%s) ON %s TO vb_app', one.written, one.wanted);
  END LOOP;
END $$;
