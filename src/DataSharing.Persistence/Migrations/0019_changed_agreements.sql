-- The agreements that changed last, of those of which anything is seen from some viewpoints: no more than asked for. A function, so that
-- the portal writes a query with it once, however many viewpoints somebody has. Of few viewpoints each is read as far as is asked for; whoever
-- has very many, as an auditor of many organisations, is told of the newest of each.
CREATE FUNCTION changed_agreements(organisations uuid[], viewers text[], since timestamptz, at_most integer)
RETURNS TABLE (agreement_id uuid) LANGUAGE sql STABLE AS $$
    SELECT newest.agreement_id
    FROM unnest(organisations, viewers) AS m (organisation_id, viewer) CROSS JOIN LATERAL (
        SELECT s.agreement_id, s.changed_at FROM agreement_sights s
        WHERE s.organisation_id = m.organisation_id AND s.viewer = m.viewer AND s.changed_at > since
        ORDER BY s.changed_at DESC, s.agreement_id DESC
            LIMIT least(at_most, greatest(10, 2000 / greatest(1, cardinality(viewers))))) AS newest
    GROUP BY newest.agreement_id ORDER BY max(newest.changed_at) DESC, newest.agreement_id DESC LIMIT at_most
$$;
REVOKE ALL ON FUNCTION changed_agreements(uuid[], text[], timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION changed_agreements(uuid[], text[], timestamptz, integer) TO datasharing_app;
