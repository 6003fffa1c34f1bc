ALTER TABLE "tombstones" DROP CONSTRAINT "tombstones_ecosystem_id_seq_row_id_pk";--> statement-breakpoint
ALTER TABLE "tombstones" ADD CONSTRAINT "tombstones_ecosystem_id_seq_kind_row_id_pk" PRIMARY KEY("ecosystem_id","seq","kind","row_id");--> statement-breakpoint
CREATE UNIQUE INDEX "maps_id_unique" ON "maps" USING btree ("id");