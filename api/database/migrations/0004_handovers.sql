CREATE TABLE "handovers" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"offered_at" text NOT NULL,
	"to_organisation_id" uuid NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "handovers_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "handovers_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "handovers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "handovers_changes" ON "handovers" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "handovers_by_organisationId" ON "handovers" USING btree ("ecosystem_id","organisation_id");--> statement-breakpoint
CREATE INDEX "handovers_by_toOrganisationId" ON "handovers" USING btree ("ecosystem_id","to_organisation_id");--> statement-breakpoint
CREATE INDEX "parties_by_stewardOrganisationId" ON "parties" USING btree ("ecosystem_id","steward_organisation_id");--> statement-breakpoint
CREATE POLICY "handovers_viewer_reads" ON "handovers" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "handovers_viewer_adds" ON "handovers" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "handovers_viewer_changes" ON "handovers" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "handovers_system" ON "handovers" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON handovers TO interlane_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON handovers TO interlane_viewer;--> statement-breakpoint
ALTER TABLE public.handovers FORCE ROW LEVEL SECURITY;
