-- Letters of the county's work, and who has asked for the newsletter. No page reads an address: these
-- doors do. A role that can do nothing else sends.

GRANT DELETE ON steering_subscriber, steering_letter TO vb_definer;
GRANT SELECT ON steering_answerdelegation TO vb_definer;
DROP POLICY IF EXISTS doors_read ON steering_answerdelegation;
CREATE POLICY doors_read ON steering_answerdelegation FOR SELECT TO vb_definer USING (true);

SET LOCAL ROLE vb_definer;

CREATE OR REPLACE FUNCTION vb.put_letter(
  kind text, address text, title text, body text, day date, path text, token uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  INSERT INTO steering_letter
      (public_id, kind, address, title, text, day, path, token, made_at, tries, next_at)
    VALUES (gen_random_uuid(), put_letter.kind, put_letter.address, put_letter.title,
      put_letter.body, put_letter.day, put_letter.path, put_letter.token,
      clock_timestamp(), 0, clock_timestamp());
END $$;

-- That a document is there to read: its name, when a decision is proposed, and where. Not what it says.
CREATE OR REPLACE FUNCTION vb.post_document(addresses text[], title text, day date, path text)
RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  one text;
BEGIN
  IF NOT vb.duty('county') THEN
    RAISE EXCEPTION 'only the duty county writes to members' USING ERRCODE = '42501';
  END IF;
  FOREACH one IN ARRAY post_document.addresses LOOP
    PERFORM vb.put_letter(
      'document', one, post_document.title, '', post_document.day, post_document.path, NULL);
  END LOOP;
  RETURN coalesce(array_length(post_document.addresses, 1), 0);
END $$;

-- That a colleague has been asked to answer: where, and nothing else. By whoever has asked them just
-- now; to the address given, or to that of a seat of the colleague's own.
CREATE OR REPLACE FUNCTION vb.post_delegation(delegation bigint, address text, path text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  asked bigint; wanted text := lower(trim(post_delegation.address));
BEGIN
  SELECT d.person_id INTO asked FROM steering_answerdelegation AS d
   WHERE d.id = post_delegation.delegation AND d.by_id = vb.person()
     AND d.at >= transaction_timestamp() - interval '1 minute';
  IF NOT FOUND OR vb.kind() IS DISTINCT FROM 'staff' THEN
    RAISE EXCEPTION 'only who asks a colleague writes to them' USING ERRCODE = '42501';
  END IF;
  IF wanted = '' THEN
    SELECT a.address INTO wanted FROM steering_memberaddress AS a
      JOIN steering_membership AS m ON m.id = a.membership_id
     WHERE m.person_id = asked AND a.wants_mail AND a.address <> ''
       AND m.valid_from <= vb.today() AND (m.valid_to IS NULL OR m.valid_to > vb.today())
     ORDER BY a.id LIMIT 1;
  ELSIF EXISTS (SELECT FROM steering_memberaddress AS a
                 WHERE lower(a.address) = wanted AND NOT a.wants_mail) THEN
    RETURN false;
  END IF;
  IF coalesce(wanted, '') !~ '^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$' OR length(wanted) > 254 THEN
    RETURN false;
  END IF;
  PERFORM vb.put_letter('delegated', wanted, '', '', NULL, post_delegation.path, NULL);
  RETURN true;
END $$;

-- Somebody asks for the newsletter. Nothing tells whether the address was there already. What nobody
-- confirms within a week is removed; one address gets one letter in ten minutes, and all together 200
-- in an hour.
CREATE OR REPLACE FUNCTION vb.ask_for_news(address text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  wanted text := lower(trim(ask_for_news.address));
  moment timestamptz := clock_timestamp();
  secret uuid := gen_random_uuid();
BEGIN
  IF length(wanted) > 254 OR wanted !~ '^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$' THEN RETURN; END IF;
  DELETE FROM steering_subscriber AS s
   WHERE s.confirmed_at IS NULL AND s.made_at < moment - interval '7 days';
  IF (SELECT count(*) FROM steering_subscriber s
       WHERE s.confirmed_at IS NULL AND s.made_at > moment - interval '1 hour') >= 200 THEN
    RETURN;
  END IF;
  INSERT INTO steering_subscriber AS s (address, token, made_at)
    VALUES (wanted, secret, moment)
    ON CONFLICT ON CONSTRAINT subscriber_has_one_row DO UPDATE
      SET token = excluded.token, made_at = excluded.made_at
      WHERE s.confirmed_at IS NULL AND s.made_at < moment - interval '10 minutes';
  IF FOUND THEN PERFORM vb.put_letter('confirm', wanted, '', '', NULL, '', secret); END IF;
END $$;

CREATE OR REPLACE FUNCTION vb.confirm_news(token uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  UPDATE steering_subscriber AS s
     SET confirmed_at = coalesce(s.confirmed_at, clock_timestamp())
   WHERE s.token = confirm_news.token
     AND (s.confirmed_at IS NOT NULL OR s.made_at > clock_timestamp() - interval '7 days');
  RETURN FOUND;
END $$;

-- Leaving takes the address away, and every letter that waits for it.
CREATE OR REPLACE FUNCTION vb.leave_news(token uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  DELETE FROM steering_letter AS l USING steering_subscriber AS s
   WHERE s.token = leave_news.token AND l.address = s.address AND l.kind IN ('news', 'confirm');
  DELETE FROM steering_subscriber AS s WHERE s.token = leave_news.token;
  RETURN FOUND;
END $$;

CREATE OR REPLACE FUNCTION vb.post_news(title text, body text, path text) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  reader record; sent bigint := 0;
BEGIN
  IF NOT vb.duty('county') THEN
    RAISE EXCEPTION 'only the duty county writes the newsletter' USING ERRCODE = '42501';
  END IF;
  FOR reader IN SELECT s.address, s.token FROM steering_subscriber s WHERE s.confirmed_at IS NOT NULL
  LOOP
    PERFORM vb.put_letter('news', reader.address, post_news.title, post_news.body, NULL,
                          post_news.path, reader.token);
    sent := sent + 1;
  END LOOP;
  RETURN sent;
END $$;

CREATE OR REPLACE FUNCTION vb.news_readers() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF NOT vb.duty('county') THEN RETURN NULL; END IF;
  RETURN (SELECT count(*) FROM steering_subscriber s WHERE s.confirmed_at IS NOT NULL);
END $$;

-- The next letter to send, locked until it is.
CREATE OR REPLACE FUNCTION vb.next_letter() RETURNS TABLE (
  id uuid, kind text, address text, title text, body text, day date, path text, token uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT l.public_id, l.kind::text, l.address::text, l.title::text, l.text::text, l.day,
           l.path::text, l.token
      FROM steering_letter l
     WHERE l.next_at <= clock_timestamp()
     ORDER BY l.next_at LIMIT 1 FOR UPDATE SKIP LOCKED;
END $$;

-- Sent, it is removed; else it is tried again, later and later, for some days and no more.
CREATE OR REPLACE FUNCTION vb.letter_done(letter uuid, done boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  DELETE FROM steering_letter AS l
   WHERE l.public_id = letter_done.letter AND (letter_done.done OR l.tries >= 11);
  UPDATE steering_letter AS l
     SET tries = l.tries + 1,
         next_at = clock_timestamp() + least(interval '5 minutes' * power(2, l.tries), interval '1 day')
   WHERE l.public_id = letter_done.letter;
END $$;

GRANT EXECUTE ON FUNCTION vb.post_document(text[], text, date, text),
  vb.post_delegation(bigint, text, text), vb.ask_for_news(text),
  vb.confirm_news(uuid), vb.leave_news(uuid), vb.post_news(text, text, text), vb.news_readers()
  TO vb_app;
GRANT EXECUTE ON FUNCTION vb.next_letter(), vb.letter_done(uuid, boolean) TO vb_notify;
