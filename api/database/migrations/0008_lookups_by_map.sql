CREATE INDEX "responsibilities_by_mapId" ON "responsibilities" USING btree ("ecosystem_id","map_id");--> statement-breakpoint
CREATE INDEX "marks_by_mapId" ON "marks" USING btree ("ecosystem_id","map_id");--> statement-breakpoint
CREATE INDEX "perspectives_by_mapId" ON "perspectives" USING btree ("ecosystem_id","map_id");