CREATE TABLE "moves" (
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
	"from_lane_id" uuid NOT NULL,
	"from_stage_id" uuid NOT NULL,
	"agreed_organisation_ids" uuid[] NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "moves_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "moves_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "moves" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "moves_changes" ON "moves" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "moves_by_touchpointId" ON "moves" USING btree ("ecosystem_id","touchpoint_id");--> statement-breakpoint
CREATE INDEX "moves_by_laneId" ON "moves" USING btree ("ecosystem_id","lane_id");--> statement-breakpoint
CREATE INDEX "moves_by_stageId" ON "moves" USING btree ("ecosystem_id","stage_id");--> statement-breakpoint
CREATE POLICY "moves_viewer_reads" ON "moves" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "moves_viewer_adds" ON "moves" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "moves_viewer_changes" ON "moves" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "moves_system" ON "moves" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON moves TO interlane_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON moves TO interlane_viewer;--> statement-breakpoint
ALTER TABLE public.moves FORCE ROW LEVEL SECURITY;
