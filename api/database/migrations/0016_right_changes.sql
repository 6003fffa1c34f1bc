CREATE TABLE "right_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"by_person_id" uuid,
	"role" text,
	"given" text[] NOT NULL,
	"withheld" text[] DEFAULT '{}' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "right_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "right_changes" ADD CONSTRAINT "right_changes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "right_changes" ADD CONSTRAINT "right_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "right_changes" ADD CONSTRAINT "right_changes_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "right_changes_by_organisation" ON "right_changes" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE POLICY "right_changes_system" ON "right_changes" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);