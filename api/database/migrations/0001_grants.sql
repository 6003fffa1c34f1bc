-- drizzle generates tables and policies; rights and FORCE it does not.
-- Viewers read and write what the policies let through, and nobody but the system deletes.
GRANT USAGE ON SCHEMA public TO interlane_viewer, interlane_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO interlane_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON ecosystems, parties, maps, participants, lanes, stages, touchpoints, ownerships, responsibilities, links, confirmations, perspectives, marks, attributed_notes TO interlane_viewer;--> statement-breakpoint
GRANT SELECT ON ecosystem_counters, history, tombstones, organisations TO interlane_viewer;--> statement-breakpoint
DO $$
DECLARE
  governed text;
BEGIN
  FOR governed IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', governed);
  END LOOP;
END
$$;
