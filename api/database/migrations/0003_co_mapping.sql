CREATE TABLE "news" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"row_kind" text NOT NULL,
	"row_id" uuid NOT NULL,
	"by_organisation_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "news" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"state" text NOT NULL,
	"done_at" text,
	CONSTRAINT "ballots_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "ballots_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "ballots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "co_mapping_sessions" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"name" text NOT NULL,
	"question" text NOT NULL,
	"started_at" text NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "co_mapping_sessions_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "co_mapping_sessions_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "co_mapping_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"target_kind" text NOT NULL,
	"target_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"written_at" text NOT NULL,
	"reply_to_id" uuid,
	"text" text NOT NULL,
	"mentions" jsonb NOT NULL,
	"resolved" boolean NOT NULL,
	"unplaced_from" text,
	CONSTRAINT "comments_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "comments_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contribution_requests" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"asked_at" text NOT NULL,
	"asked_organisation_id" uuid NOT NULL,
	"department" text NOT NULL,
	"lane_id" uuid,
	"stage_id" uuid,
	"touchpoint_ids" uuid[] NOT NULL,
	"text" text NOT NULL,
	"due_on" text,
	"state" text NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "contribution_requests_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "contribution_requests_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "contribution_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"measures" text[] NOT NULL,
	"touchpoint_ids" uuid[] NOT NULL,
	"asked_organisation_ids" uuid[] NOT NULL,
	"due_on" text,
	"state" text NOT NULL,
	CONSTRAINT "rounds_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "rounds_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sides" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"touchpoint_id" uuid NOT NULL,
	"lane_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"rank" text NOT NULL,
	"column" integer,
	"name" text NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "sides_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "sides_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "sides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stickies" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"text" text NOT NULL,
	"group" text NOT NULL,
	"rank" text NOT NULL,
	"touchpoint_id" uuid,
	CONSTRAINT "stickies_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "stickies_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "stickies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "votes" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"touchpoint_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"score" integer,
	"reason" text NOT NULL,
	CONSTRAINT "votes_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "votes_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "votes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "digest" text DEFAULT 'daily' NOT NULL;--> statement-breakpoint
CREATE INDEX "news_by_person" ON "news" USING btree ("person_id","organisation_id","at");--> statement-breakpoint
CREATE INDEX "news_by_row" ON "news" USING btree ("ecosystem_id","row_id");--> statement-breakpoint
CREATE INDEX "ballots_changes" ON "ballots" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "ballots_by_roundId" ON "ballots" USING btree ("ecosystem_id","round_id");--> statement-breakpoint
CREATE INDEX "co_mapping_sessions_changes" ON "co_mapping_sessions" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "co_mapping_sessions_by_mapId" ON "co_mapping_sessions" USING btree ("ecosystem_id","map_id");--> statement-breakpoint
CREATE INDEX "comments_changes" ON "comments" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "comments_by_targetId" ON "comments" USING btree ("ecosystem_id","target_id");--> statement-breakpoint
CREATE INDEX "comments_by_replyToId" ON "comments" USING btree ("ecosystem_id","reply_to_id");--> statement-breakpoint
CREATE INDEX "comments_by_mapId" ON "comments" USING btree ("ecosystem_id","map_id");--> statement-breakpoint
CREATE INDEX "contribution_requests_changes" ON "contribution_requests" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "contribution_requests_by_mapId" ON "contribution_requests" USING btree ("ecosystem_id","map_id");--> statement-breakpoint
CREATE INDEX "rounds_changes" ON "rounds" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "rounds_by_mapId" ON "rounds" USING btree ("ecosystem_id","map_id");--> statement-breakpoint
CREATE INDEX "sides_changes" ON "sides" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "sides_by_touchpointId" ON "sides" USING btree ("ecosystem_id","touchpoint_id");--> statement-breakpoint
CREATE INDEX "sides_by_laneId" ON "sides" USING btree ("ecosystem_id","lane_id");--> statement-breakpoint
CREATE INDEX "sides_by_stageId" ON "sides" USING btree ("ecosystem_id","stage_id");--> statement-breakpoint
CREATE INDEX "stickies_changes" ON "stickies" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "stickies_by_sessionId" ON "stickies" USING btree ("ecosystem_id","session_id");--> statement-breakpoint
CREATE INDEX "votes_changes" ON "votes" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "votes_by_roundId" ON "votes" USING btree ("ecosystem_id","round_id");--> statement-breakpoint
CREATE POLICY "news_viewer_reads" ON "news" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (('person:' || "news"."person_id") = any(string_to_array(current_setting('interlane.keys', true), ',')) and ('org:' || "news"."organisation_id") = any(string_to_array(current_setting('interlane.keys', true), ',')));--> statement-breakpoint
CREATE POLICY "news_system" ON "news" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ballots_viewer_reads" ON "ballots" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "ballots_viewer_adds" ON "ballots" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ballots_viewer_changes" ON "ballots" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ballots_system" ON "ballots" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "co_mapping_sessions_viewer_reads" ON "co_mapping_sessions" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "co_mapping_sessions_viewer_adds" ON "co_mapping_sessions" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "co_mapping_sessions_viewer_changes" ON "co_mapping_sessions" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "co_mapping_sessions_system" ON "co_mapping_sessions" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "comments_viewer_reads" ON "comments" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "comments_viewer_adds" ON "comments" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "comments_viewer_changes" ON "comments" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "comments_system" ON "comments" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "contribution_requests_viewer_reads" ON "contribution_requests" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "contribution_requests_viewer_adds" ON "contribution_requests" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "contribution_requests_viewer_changes" ON "contribution_requests" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "contribution_requests_system" ON "contribution_requests" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "rounds_viewer_reads" ON "rounds" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "rounds_viewer_adds" ON "rounds" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "rounds_viewer_changes" ON "rounds" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "rounds_system" ON "rounds" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sides_viewer_reads" ON "sides" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "sides_viewer_adds" ON "sides" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sides_viewer_changes" ON "sides" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sides_system" ON "sides" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "stickies_viewer_reads" ON "stickies" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "stickies_viewer_adds" ON "stickies" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "stickies_viewer_changes" ON "stickies" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "stickies_system" ON "stickies" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "votes_viewer_reads" ON "votes" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "votes_viewer_adds" ON "votes" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "votes_viewer_changes" ON "votes" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "votes_system" ON "votes" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON sides, comments, rounds, ballots, votes, contribution_requests, co_mapping_sessions, stickies, news TO interlane_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON sides, comments, rounds, ballots, votes, contribution_requests, co_mapping_sessions, stickies TO interlane_viewer;--> statement-breakpoint
GRANT SELECT ON news TO interlane_viewer;--> statement-breakpoint
DO $$
DECLARE
  governed text;
BEGIN
  FOR governed IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', governed);
  END LOOP;
END
$$;
