-- Events are append-only; full text is bigrams and edges (db/search.ts), an array under a GIN index, keyed by the case's seq.
CREATE FUNCTION events_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION events_append_only();
--> statement-breakpoint
CREATE TABLE search (rowid bigint PRIMARY KEY, tokens text[] NOT NULL);
--> statement-breakpoint
CREATE INDEX search_tokens ON search USING gin (tokens);
