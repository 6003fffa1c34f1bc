CREATE TABLE "credentials" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credentials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "demo_accounts" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password" text,
	"closed" boolean DEFAULT false NOT NULL,
	"order" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "demo_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"active" boolean NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "memberships_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified_at" timestamp with time zone,
	"awaits_confirmation" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"absolute_expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "throttles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"mailed" boolean NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"role" text,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ecosystem_counters" (
	"ecosystem_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"epoch" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ecosystem_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "edits" (
	"ecosystem_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"accepted" boolean NOT NULL,
	"answer" jsonb NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edits_ecosystem_id_client_id_number_pk" PRIMARY KEY("ecosystem_id","client_id","number")
);
--> statement-breakpoint
ALTER TABLE "edits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "history" (
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"position" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"row_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	"follows" boolean NOT NULL,
	"audience" text[] NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "history_ecosystem_id_seq_position_pk" PRIMARY KEY("ecosystem_id","seq","position")
);
--> statement-breakpoint
ALTER TABLE "history" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "secrets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tombstones" (
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"kind" text NOT NULL,
	"row_id" uuid NOT NULL,
	"audience" text[] NOT NULL,
	CONSTRAINT "tombstones_ecosystem_id_seq_row_id_pk" PRIMARY KEY("ecosystem_id","seq","row_id")
);
--> statement-breakpoint
ALTER TABLE "tombstones" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_previews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"format" text NOT NULL,
	"plan" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_previews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "party_invitations" (
	"token_id" uuid PRIMARY KEY NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"map_ids" uuid[] NOT NULL,
	"organisation_id" uuid NOT NULL,
	"message" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "party_invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attributed_notes" (
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
	"attributed_to" text NOT NULL,
	"source" text NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "attributed_notes_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "attributed_notes_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "attributed_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "confirmations" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text NOT NULL,
	"terms_hash" text NOT NULL,
	"terms" jsonb NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "confirmations_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "confirmations_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "confirmations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ecosystems" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"goal" text NOT NULL,
	"convener_organisation_id" uuid NOT NULL,
	"demo" boolean NOT NULL,
	CONSTRAINT "ecosystems_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "ecosystems_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "ecosystems" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lanes" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"parent_lane_id" uuid,
	"name" text NOT NULL,
	"nature" text NOT NULL,
	"own_stages" boolean NOT NULL,
	"rank" text NOT NULL,
	CONSTRAINT "lanes_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "lanes_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "lanes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "links" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"from_touchpoint_id" uuid NOT NULL,
	"to_touchpoint_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"passes" text NOT NULL,
	"channel" text,
	"trigger" text NOT NULL,
	"expected_minutes" integer,
	"acceptance" text NOT NULL,
	CONSTRAINT "links_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "links_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "maps" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"framework" text NOT NULL,
	"state" text NOT NULL,
	"objective" text NOT NULL,
	"success" text NOT NULL,
	"scope" text NOT NULL,
	"parent_touchpoint_id" uuid,
	"rank" text NOT NULL,
	CONSTRAINT "maps_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "maps_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "maps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "marks" (
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
	"kind" text NOT NULL,
	"statement" text NOT NULL,
	"felt_by_party_id" uuid,
	"caused_by_party_id" uuid,
	"unplaced_from" text,
	CONSTRAINT "marks_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "marks_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ownerships" (
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
	"party_id" uuid NOT NULL,
	"accountability" text NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "ownerships_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "ownerships_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "ownerships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "participants" (
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
	"state" text NOT NULL,
	"may_invite" boolean NOT NULL,
	CONSTRAINT "participants_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "participants_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "participants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "parties" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"tier" integer,
	"held_by_organisation_id" uuid,
	"steward_organisation_id" uuid NOT NULL,
	CONSTRAINT "parties_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "parties_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "parties" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "perspectives" (
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
	"on_behalf_of" text NOT NULL,
	"performance" integer,
	"importance_for_perception" integer,
	"importance_for_decision" integer,
	"importance_for_loyalty" integer,
	"experienced_minutes" integer,
	"emotion" text,
	"emotion_intensity" integer,
	"desired_emotion" text,
	"desired_intensity" integer,
	"behaviour" text NOT NULL,
	"verbatims" text[] NOT NULL,
	"statement" text NOT NULL,
	"notes" text NOT NULL,
	"sample_size" integer,
	"unplaced_from" text,
	CONSTRAINT "perspectives_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "perspectives_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "perspectives" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "responsibilities" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"ownership_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"department" text NOT NULL,
	"region" text NOT NULL,
	"person" text NOT NULL,
	CONSTRAINT "responsibilities_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "responsibilities_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "responsibilities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stages" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"lane_id" uuid,
	"name" text NOT NULL,
	"goal" text NOT NULL,
	"rank" text NOT NULL,
	CONSTRAINT "stages_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "stages_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "stages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "touchpoints" (
	"id" uuid NOT NULL,
	"ecosystem_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"audience" text[] NOT NULL,
	"deleted" boolean NOT NULL,
	"versions" jsonb NOT NULL,
	"lineage_id" uuid NOT NULL,
	"added_by_organisation_id" uuid NOT NULL,
	"map_id" uuid NOT NULL,
	"lane_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"rank" text NOT NULL,
	"column" integer,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"purpose" text NOT NULL,
	"initiator_party_id" uuid,
	"channel" text,
	"mode" text,
	"frequency" text NOT NULL,
	"segments" text[] NOT NULL,
	"customer_roles" text[] NOT NULL,
	"customer_sees" boolean NOT NULL,
	"promised_minutes" integer,
	"experience_standard" text NOT NULL,
	"review" text NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "touchpoints_ecosystem_id_id_pk" PRIMARY KEY("ecosystem_id","id"),
	CONSTRAINT "touchpoints_audience_is_someone" CHECK (cardinality(audience) > 0)
);
--> statement-breakpoint
ALTER TABLE "touchpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo_accounts" ADD CONSTRAINT "demo_accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_invitations" ADD CONSTRAINT "party_invitations_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_unique" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tokens_hash_unique" ON "tokens" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "tokens_organisation" ON "tokens" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "tokens_email" ON "tokens" USING btree ("email");--> statement-breakpoint
CREATE INDEX "history_by_row" ON "history" USING btree ("ecosystem_id","row_id");--> statement-breakpoint
CREATE INDEX "history_by_edit" ON "history" USING btree ("ecosystem_id","client_id","number");--> statement-breakpoint
CREATE INDEX "party_invitations_ecosystem" ON "party_invitations" USING btree ("ecosystem_id");--> statement-breakpoint
CREATE INDEX "attributed_notes_changes" ON "attributed_notes" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "attributed_notes_by_targetId" ON "attributed_notes" USING btree ("ecosystem_id","target_id");--> statement-breakpoint
CREATE INDEX "confirmations_changes" ON "confirmations" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "confirmations_by_linkId" ON "confirmations" USING btree ("ecosystem_id","link_id");--> statement-breakpoint
CREATE INDEX "ecosystems_changes" ON "ecosystems" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "lanes_changes" ON "lanes" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "lanes_by_mapId" ON "lanes" USING btree ("ecosystem_id","map_id");--> statement-breakpoint
CREATE INDEX "lanes_by_partyId" ON "lanes" USING btree ("ecosystem_id","party_id");--> statement-breakpoint
CREATE INDEX "lanes_by_parentLaneId" ON "lanes" USING btree ("ecosystem_id","parent_lane_id");--> statement-breakpoint
CREATE INDEX "links_changes" ON "links" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "links_by_fromTouchpointId" ON "links" USING btree ("ecosystem_id","from_touchpoint_id");--> statement-breakpoint
CREATE INDEX "links_by_toTouchpointId" ON "links" USING btree ("ecosystem_id","to_touchpoint_id");--> statement-breakpoint
CREATE INDEX "maps_changes" ON "maps" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "marks_changes" ON "marks" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "marks_by_targetId" ON "marks" USING btree ("ecosystem_id","target_id");--> statement-breakpoint
CREATE INDEX "ownerships_changes" ON "ownerships" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "ownerships_by_touchpointId" ON "ownerships" USING btree ("ecosystem_id","touchpoint_id");--> statement-breakpoint
CREATE INDEX "participants_changes" ON "participants" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "participants_by_mapId" ON "participants" USING btree ("ecosystem_id","map_id");--> statement-breakpoint
CREATE INDEX "participants_by_organisationId" ON "participants" USING btree ("ecosystem_id","organisation_id");--> statement-breakpoint
CREATE INDEX "parties_changes" ON "parties" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "parties_by_heldByOrganisationId" ON "parties" USING btree ("ecosystem_id","held_by_organisation_id");--> statement-breakpoint
CREATE INDEX "perspectives_changes" ON "perspectives" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "perspectives_by_targetId" ON "perspectives" USING btree ("ecosystem_id","target_id");--> statement-breakpoint
CREATE INDEX "responsibilities_changes" ON "responsibilities" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "responsibilities_by_ownershipId" ON "responsibilities" USING btree ("ecosystem_id","ownership_id");--> statement-breakpoint
CREATE INDEX "stages_changes" ON "stages" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "stages_by_mapId" ON "stages" USING btree ("ecosystem_id","map_id");--> statement-breakpoint
CREATE INDEX "stages_by_laneId" ON "stages" USING btree ("ecosystem_id","lane_id");--> statement-breakpoint
CREATE INDEX "touchpoints_changes" ON "touchpoints" USING btree ("ecosystem_id","seq");--> statement-breakpoint
CREATE INDEX "touchpoints_by_laneId" ON "touchpoints" USING btree ("ecosystem_id","lane_id");--> statement-breakpoint
CREATE INDEX "touchpoints_by_stageId" ON "touchpoints" USING btree ("ecosystem_id","stage_id");--> statement-breakpoint
CREATE POLICY "credentials_system" ON "credentials" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "demo_accounts_system" ON "demo_accounts" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "memberships_system" ON "memberships" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "organisations_system" ON "organisations" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "organisations_viewer_reads" ON "organisations" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (('org:' || id) = any(string_to_array(current_setting('interlane.keys', true), ',')) or exists (select 1 from participants where participants.organisation_id = organisations.id));--> statement-breakpoint
CREATE POLICY "people_system" ON "people" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sessions_system" ON "sessions" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "throttles_system" ON "throttles" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tokens_system" ON "tokens" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ecosystem_counters_viewer_reads" ON "ecosystem_counters" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (('ecosystem:' || "ecosystem_counters"."ecosystem_id") = any(string_to_array(current_setting('interlane.keys', true), ',')));--> statement-breakpoint
CREATE POLICY "ecosystem_counters_system" ON "ecosystem_counters" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "edits_system" ON "edits" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "history_viewer_reads" ON "history" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "history_system" ON "history" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "secrets_system" ON "secrets" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tombstones_viewer_reads" ON "tombstones" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "tombstones_system" ON "tombstones" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "import_previews_system" ON "import_previews" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "party_invitations_system" ON "party_invitations" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "attributed_notes_viewer_reads" ON "attributed_notes" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "attributed_notes_viewer_adds" ON "attributed_notes" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "attributed_notes_viewer_changes" ON "attributed_notes" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "attributed_notes_system" ON "attributed_notes" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "confirmations_viewer_reads" ON "confirmations" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "confirmations_viewer_adds" ON "confirmations" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "confirmations_viewer_changes" ON "confirmations" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "confirmations_system" ON "confirmations" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ecosystems_viewer_reads" ON "ecosystems" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "ecosystems_viewer_adds" ON "ecosystems" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ecosystems_viewer_changes" ON "ecosystems" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ecosystems_system" ON "ecosystems" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "lanes_viewer_reads" ON "lanes" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "lanes_viewer_adds" ON "lanes" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "lanes_viewer_changes" ON "lanes" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "lanes_system" ON "lanes" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "links_viewer_reads" ON "links" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "links_viewer_adds" ON "links" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "links_viewer_changes" ON "links" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "links_system" ON "links" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "maps_viewer_reads" ON "maps" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "maps_viewer_adds" ON "maps" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "maps_viewer_changes" ON "maps" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "maps_system" ON "maps" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "marks_viewer_reads" ON "marks" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "marks_viewer_adds" ON "marks" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "marks_viewer_changes" ON "marks" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "marks_system" ON "marks" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ownerships_viewer_reads" ON "ownerships" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "ownerships_viewer_adds" ON "ownerships" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ownerships_viewer_changes" ON "ownerships" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ownerships_system" ON "ownerships" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "participants_viewer_reads" ON "participants" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "participants_viewer_adds" ON "participants" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "participants_viewer_changes" ON "participants" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "participants_system" ON "participants" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "parties_viewer_reads" ON "parties" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "parties_viewer_adds" ON "parties" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "parties_viewer_changes" ON "parties" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "parties_system" ON "parties" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "perspectives_viewer_reads" ON "perspectives" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "perspectives_viewer_adds" ON "perspectives" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "perspectives_viewer_changes" ON "perspectives" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "perspectives_system" ON "perspectives" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "responsibilities_viewer_reads" ON "responsibilities" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "responsibilities_viewer_adds" ON "responsibilities" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "responsibilities_viewer_changes" ON "responsibilities" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "responsibilities_system" ON "responsibilities" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "stages_viewer_reads" ON "stages" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "stages_viewer_adds" ON "stages" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "stages_viewer_changes" ON "stages" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "stages_system" ON "stages" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "touchpoints_viewer_reads" ON "touchpoints" AS PERMISSIVE FOR SELECT TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ','));--> statement-breakpoint
CREATE POLICY "touchpoints_viewer_adds" ON "touchpoints" AS PERMISSIVE FOR INSERT TO "interlane_viewer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "touchpoints_viewer_changes" ON "touchpoints" AS PERMISSIVE FOR UPDATE TO "interlane_viewer" USING (audience && string_to_array(current_setting('interlane.keys', true), ',')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "touchpoints_system" ON "touchpoints" AS PERMISSIVE FOR ALL TO "interlane_system" USING (true) WITH CHECK (true);