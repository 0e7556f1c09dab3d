-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Tells all instances on the database what one of them has changed, as "INSTANCE WHAT ID", with the
-- commit: app/wiring/sharedchanges.h takes it in. Here and not where things are written, so that no
-- writer forgets it. A statement ends with a semicolon at the end of a line, so the function's body
-- stands on one. Files have one instance: for SQLite there is nothing to do.
CREATE FUNCTION fairlead_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('fairlead_changes', concat_ws(' ', coalesce(current_setting('fairlead.instance', true), ''), TG_ARGV[0], to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END) ->> TG_ARGV[1])); RETURN NULL; END
$$;

CREATE TRIGGER tell AFTER INSERT OR DELETE OR UPDATE OF name, key_prefix, key_hash, access, rights, toolsets, asks, tool_decisions, expires_at, revoked_at
    ON user_mcp_api_keys FOR EACH ROW EXECUTE FUNCTION fairlead_tell('key', 'id');
CREATE TRIGGER tell AFTER INSERT OR DELETE
    ON user_mcp_api_key_connections FOR EACH ROW EXECUTE FUNCTION fairlead_tell('key', 'key_id');

-- Not of last_used_at, which says nothing to others.
CREATE TRIGGER tell AFTER INSERT OR DELETE OR UPDATE OF user_id, name, api_base_url, username, account_name, auth_type, state, last_error, limitations, grant_id, shared_with
    ON pm_provider_connections FOR EACH ROW EXECUTE FUNCTION fairlead_tell('connection', 'id');
CREATE TRIGGER tell AFTER INSERT OR DELETE
    ON connection_users FOR EACH ROW EXECUTE FUNCTION fairlead_tell('connection', 'connection_id');
CREATE TRIGGER tell AFTER INSERT OR DELETE OR UPDATE
    ON organization_members FOR EACH ROW EXECUTE FUNCTION fairlead_tell('connection', 'organization_id');
CREATE TRIGGER tell AFTER DELETE OR UPDATE
    ON organizations FOR EACH ROW EXECUTE FUNCTION fairlead_tell('connection', 'id');

CREATE TRIGGER tell AFTER DELETE OR UPDATE
    ON secrets FOR EACH ROW EXECUTE FUNCTION fairlead_tell('secret', 'id');
CREATE TRIGGER tell AFTER DELETE OR UPDATE
    ON oauth_grants FOR EACH ROW EXECUTE FUNCTION fairlead_tell('grant', 'id');
CREATE TRIGGER tell AFTER INSERT OR UPDATE
    ON credential_leases FOR EACH ROW EXECUTE FUNCTION fairlead_tell('lease', 'id');
CREATE TRIGGER tell AFTER INSERT OR DELETE OR UPDATE
    ON upstream_tools FOR EACH ROW EXECUTE FUNCTION fairlead_tell('tools', 'connection_id');
