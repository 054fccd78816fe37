-- Names and words are compared in one form, made by one function on both sides.

-- Small letters without accents and apostrophes, a space for a dash within a word and for any number of spaces: "Tŷ  Hafan" and "ty hafan",
-- "St John’s" and "st johns", "Ynys-Môn" and "ynys mon" are the same.
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT trim(regexp_replace(regexp_replace(regexp_replace(
        replace(replace(translate(lower(normalize(translate(words, '''’‘ʼ`´', ''), NFKD)), 'øłđ', 'old'), 'ß', 'ss'), 'æ', 'ae'),
        '[\u0300-\u036f]', '', 'g'), '(?<=\w)[-\u2010-\u2015\u2212](?=\w)', ' ', 'g'), '\s+', ' ', 'g'))
$$;
REVOKE ALL ON FUNCTION folded(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION folded(text) TO datasharing_app;

-- The text has every word that is sought, or a word of which it is a part.
CREATE FUNCTION mentions(said text, sought text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT public.folded(said) LIKE ALL (ARRAY(
        SELECT '%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%' FROM regexp_split_to_table(public.folded(sought), ' ') AS word))
$$;
REVOKE ALL ON FUNCTION mentions(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mentions(text, text) TO datasharing_app;

-- By which an organisation's name is told from another: without what is left out, abbreviated or written apart as it happens.
CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(
        regexp_replace(replace(public.folded(name), '&', ' and '), '^the +|( +(ltd|limited|plc|llp|cic)\.?)+$', '', 'g'), '[^[:alnum:]]', '', 'g')
$$;
REVOKE ALL ON FUNCTION name_key(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION name_key(text) TO datasharing_app;

-- Whether one of the names, a line each, is one of those sought.
CREATE FUNCTION share_a_name(names text, sought text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT EXISTS (
        SELECT FROM regexp_split_to_table(names, '\n') AS mine, regexp_split_to_table(sought, '\n') AS theirs
        WHERE public.name_key(mine) = public.name_key(theirs) AND public.name_key(mine) <> '')
$$;
REVOKE ALL ON FUNCTION share_a_name(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION share_a_name(text, text) TO datasharing_app;

-- Words as somebody types them, each also as the beginning of a longer one. Quotation marks, "or" and a minus count as in other searches.
CREATE FUNCTION sought_words(sought text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(websearch_to_tsquery('english', public.folded(sought))::text, '''([^'' ]{3,})''', '''\1'':*', 'g')::tsquery
$$;
REVOKE ALL ON FUNCTION sought_words(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sought_words(text) TO datasharing_app;

DROP INDEX ix_version_words_words;
ALTER TABLE version_words DROP COLUMN words;
ALTER TABLE version_words ADD words tsvector NOT NULL
    GENERATED ALWAYS AS (to_tsvector('english', folded(search_text)) || array_to_tsvector(organisations)) STORED;
CREATE INDEX ix_version_words_words ON version_words USING gin (words) WITH (fastupdate = off);

-- As in 0015, in the form above.
CREATE OR REPLACE FUNCTION versions_mentioning(sought text, organisations text[], at_most integer) RETURNS TABLE (version_id uuid, agreement_id uuid)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF numnode(sought_words(sought)) > 0 AND cardinality(organisations) > 0 THEN
        RETURN QUERY EXECUTE 'SELECT w.version_id, w.agreement_id FROM version_words w WHERE w.words @@ (sought_words($1) && $2) LIMIT $3'
            USING sought, array_to_string(organisations, ' | ')::tsquery, at_most;
    END IF;
END $$;

-- Where an organisation is, and what else it is or was called, a name a line.
ALTER TABLE organisations ADD address varchar(500), ADD other_names varchar(1000);
