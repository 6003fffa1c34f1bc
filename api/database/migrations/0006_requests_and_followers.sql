CREATE TABLE "map_followers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_until" timestamp with time zone,
	CONSTRAINT "map_followers_once" UNIQUE("person_id","organisation_id","map_id")
);
--> statement-breakpoint
ALTER TABLE "map_followers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contribution_requests" ADD COLUMN "reminded_at" text;--> statement-breakpoint
ALTER TABLE "contribution_requests" ADD COLUMN "asked_person_id" uuid;--> statement-breakpoint
ALTER TABLE "contribution_requests" ADD COLUMN "settled_at" text;--> statement-breakpoint
CREATE INDEX "map_followers_by_map" ON "map_followers" USING btree ("map_id","organisation_id");--> statement-breakpoint
CREATE INDEX "history_by_moment" ON "history" USING btree ("ecosystem_id","at");--> statement-breakpoint
CREATE POLICY "map_followers_viewer_reads" ON "map_followers" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (('person:' || "map_followers"."person_id") = any(string_to_array(current_setting('interlane.keys', true), ',')) and ('org:' || "map_followers"."organisation_id") = any(string_to_array(current_setting('interlane.keys', true), ',')));--> statement-breakpoint
CREATE POLICY "map_followers_system" ON "map_followers" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON map_followers TO interlane_system;--> statement-breakpoint
GRANT SELECT ON map_followers TO interlane_viewer;--> statement-breakpoint
ALTER TABLE public.map_followers FORCE ROW LEVEL SECURITY;
